/** What WAHA's users should know after a run. */
import { noPauseOf } from '../hintText';
import { declares } from './declares';

export const noPause = noPauseOf(declares.displayName);
