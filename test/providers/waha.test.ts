import { waha } from '../gateways/waha.vectors';
import { describePure } from './describePure';

describePure(waha);
