// The vectors as pure functions, for quick verdicts.
import { greenApi } from './greenApi.vectors';
import { describePure } from './describePure';

describePure(greenApi);
