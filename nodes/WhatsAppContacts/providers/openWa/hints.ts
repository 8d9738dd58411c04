/** What OpenWA's users should know after a run. */
import { count, noPauseOf } from '../hintText';
import type { Hint } from '../provider';
import { declares } from './declares';

export const noPause = noPauseOf(declares.displayName);

export const pictureUnknown: Hint = (contacts) =>
	`OpenWA did not give the picture of ${count(contacts, 'contact')}: avatarUrl is empty there, and all else was answered. Look them up again later`;

export const phoneUnknown: Hint = (contacts) =>
	`OpenWA did not give the phone number of ${count(contacts, 'privacy ID')}: phone is empty there, and all else was answered. Look them up again later`;
