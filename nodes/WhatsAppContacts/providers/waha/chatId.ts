/** WAHA's spelling of a chat; the part before `@` is never judged. */
import { spellingWith } from '../suffixes';

export const spellChatId = spellingWith({
	person: '@c.us',
	lid: '@lid',
	oldGroup: '@g.us',
	newGroup: '@g.us',
});
