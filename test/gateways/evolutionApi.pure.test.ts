// The vectors as pure functions, for quick verdicts.
import { evolutionApi } from './evolutionApi.vectors';
import { describePure } from './describePure';

describePure(evolutionApi);
