// The vectors of one item as pure functions, for quick verdicts.
import { plugzApi } from './plugzApi.vectors';
import { describePure } from './describePure';

describePure(plugzApi);
