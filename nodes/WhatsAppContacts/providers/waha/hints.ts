/** What WAHA's users should know after a run. */
import { noPauseOf } from '../hintText';
import { displayName } from './names';

export const noPause = noPauseOf(displayName);
