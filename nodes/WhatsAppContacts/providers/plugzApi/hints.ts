/** What PlugzAPI's and Z-API's users should know after a run. */
import { count } from '../hintText';
import type { Hint } from '../provider';

export const queued: Hint = (messages) =>
	`${count(messages, 'message')} in the gateway's queue. It sends one every 1 to 3 seconds, or after the delay you set, and keeps them while the phone is disconnected`;

export const sentOneByOne: Hint = (messages) =>
	`${count(messages, 'item')} with several cards or phone numbers went out as one message per card, because this gateway does not know the method send-contacts`;
