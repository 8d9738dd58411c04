import { greenApi } from '../gateways/greenApi.vectors';
import { describePure } from './describePure';

describePure(greenApi);
