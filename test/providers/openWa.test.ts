import { openWa } from '../gateways/openWa.vectors';
import { describePure } from './describePure';

describePure(openWa);
