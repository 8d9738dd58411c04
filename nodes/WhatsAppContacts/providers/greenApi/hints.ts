/** What GREEN-API's users should know after a run. */
import { count, duration } from '../hintText';
import type { Hint } from '../provider';

/** The instance setting `delaySendMessagesMilliseconds` by default. */
const INTERVAL_SECONDS = 0.5;

export const queued: Hint = (messages) =>
	`${count(messages, 'card')} in GREEN-API's queue. It sends one every 0.5 s unless the instance is set otherwise, about ${duration(messages * INTERVAL_SECONDS)} in all, and keeps them for at most 24 hours while the phone is disconnected`;

export const quoteMayFail: Hint = (messages) =>
	`${count(messages, 'card')} sent as a reply. If GREEN-API does not know the quoted message in that chat, it accepts the card but never delivers it. Check that the cards arrived`;
