/** OpenWA's list of people, where it knows no contacts. */
import { describeChatLists } from '../lists/chatLists';
import { namesOf } from '../lists/openList';

describeChatLists('OpenWA', (lists) => {
	it('takes chats where OpenWA knows no contacts', async () => {
		const names = namesOf(await (await lists.open('openWa', { withoutContacts: true }))('', '3'));
		expect(names).toHaveLength(40);
	});
});
