import { gowa } from '../gateways/gowa.vectors';
import { describePure } from './describePure';

describePure(gowa);
