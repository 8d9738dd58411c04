/** OpenWA's spelling of a chat; bare digits are promised nowhere, so none leave. */
import { spellingWith } from '../suffixes';

export const spellChatId = spellingWith({
	person: '@c.us',
	lid: '@lid',
	oldGroup: '@g.us',
	newGroup: '@g.us',
});
