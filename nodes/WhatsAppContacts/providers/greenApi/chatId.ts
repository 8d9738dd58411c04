/** GREEN-API's spelling of a chat. */
import { spellingWith } from '../suffixes';

export const spellChatId = spellingWith({
	person: '@c.us',
	lid: '@lid',
	oldGroup: '@g.us',
	newGroup: '@g.us',
});
