// The vectors as pure functions, for quick verdicts.
import { plugzApi } from './plugzApi.vectors';
import { describePure } from './describePure';

describePure(plugzApi);
