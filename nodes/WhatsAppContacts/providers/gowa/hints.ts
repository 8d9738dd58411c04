/** What GOWA's users should know after a run. */
import { count, noPauseOf } from '../hintText';
import type { Hint } from '../provider';
import { declares } from './declares';

export const noPause = noPauseOf(declares.displayName);

/** Why a "no" of this server is not the last word; also said where a send is refused by it. */
export const whyDoubted =
	'GOWA says the same when its question to WhatsApp fails or is not answered within 10 seconds';

export const mayBeThere: Hint = (contacts) =>
	`GOWA said of ${count(contacts, 'number')} that there is no account on WhatsApp. ${whyDoubted}, so ask again before you rely on it`;

export const pictureUnknown: Hint = (contacts) =>
	`GOWA did not give the picture of ${count(contacts, 'contact')}: avatarUrl is empty there, and all else was answered. Look them up again later`;
