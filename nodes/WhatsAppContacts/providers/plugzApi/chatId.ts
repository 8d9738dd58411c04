/** The spelling of a chat in PlugzAPI and Z-API: digits, a dash or `-group`. */
import { spellingWith } from '../suffixes';

export const spellChatId = spellingWith({
	person: '',
	lid: '@lid',
	oldGroup: '',
	newGroup: '-group',
});
