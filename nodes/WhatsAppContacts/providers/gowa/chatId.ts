/** GOWA's spelling of a chat, whole always: bare digits become a group above 15 of them. */
import { spellingWith } from '../suffixes';

export const spellChatId = spellingWith({
	person: '@s.whatsapp.net',
	lid: '@lid',
	oldGroup: '@g.us',
	newGroup: '@g.us',
});
