// The vectors as pure functions, for quick verdicts.
import { openWa } from './openWa.vectors';
import { describePure } from './describePure';

describePure(openWa);
