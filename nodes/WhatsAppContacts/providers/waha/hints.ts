/** What WAHA's users should know after a run. */
import { count, noPauseOf } from '../hintText';
import type { Hint } from '../provider';
import { declares } from './declares';

/** As message events show it. */
export const exampleMessageId = 'false_5511987654321@c.us_3EB0C767D097B7C7C030';

export const noPause = noPauseOf(declares.displayName);

export const quoteMayBeLost: Hint = (messages) =>
	`${count(messages, 'message')} sent as a reply to a short or unusual message id. On the engine WEBJS such a card arrives without the quote, and WAHA does not say so. Write Quoted Message ID whole, as the message event shows it, e.g. ${exampleMessageId}`;

export const pictureUnknown: Hint = (contacts) =>
	`WAHA did not give the picture of ${count(contacts, 'contact')}: avatarUrl is empty there, and all else was answered. Look them up again later`;

export const aboutUnknown: Hint = (contacts) =>
	`WAHA did not give the about text of ${count(contacts, 'contact')}: about is empty there, and all else was answered. Look them up again later`;
