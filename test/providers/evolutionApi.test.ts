import { evolutionApi } from '../gateways/evolutionApi.vectors';
import { describePure } from './describePure';

describePure(evolutionApi);
