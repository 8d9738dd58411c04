import { plugzApi } from '../gateways/plugzApi.vectors';
import { describePure } from './describePure';

describePure(plugzApi);
