// The vectors as pure functions, for quick verdicts.
import { gowa } from './gowa.vectors';
import { describePure } from './describePure';

describePure(gowa);
