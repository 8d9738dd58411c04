/**
 * Evolution's spelling of a chat: bare digits for a person, or its tolerance of extra digits is
 * lost; `@g.us` always for a group, or the dash of an old one is lost too.
 */
import { spellingWith } from '../suffixes';

export const spellChatId = spellingWith({
	person: '',
	lid: '@lid',
	oldGroup: '@g.us',
	newGroup: '@g.us',
});
