// The vectors as pure functions, for quick verdicts.
import { waha } from './waha.vectors';
import { describePure } from './describePure';

describePure(waha);
