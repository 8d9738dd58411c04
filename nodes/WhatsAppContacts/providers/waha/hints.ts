/** What WAHA's users should know after a run. */
import { count } from '../hintText';
import type { Hint } from '../provider';

/** More cards than this in one go look like spam to WhatsApp. */
const MANY = 20;

export const noPause: Hint = (messages, { hasPause }) =>
	hasPause || messages <= MANY
		? undefined
		: `${count(messages, 'message')} sent without a pause. WAHA has no queue of its own, so set Pause Between Messages in the options to protect the account`;
