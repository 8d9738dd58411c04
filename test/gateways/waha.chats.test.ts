/** WAHA's engines each list chats in rows of their own. */
import { describeChatLists } from '../lists/chatLists';
import { namesOf } from '../lists/openList';

describeChatLists('WAHA', (lists) => {
	it.each(['NOWEB', 'GOWS', 'WEBJS', 'WPP'] as const)('reads the rows of %s', async (engine) => {
		const ask = await lists.open('waha', { engine });
		expect(namesOf(await ask())).toEqual([
			'Família Oliveira (group)',
			'Old orders (group)',
			'Sales team (group)',
		]);
		expect(namesOf(await ask('', '3'))).toHaveLength(40);
	});

	it('says of NOWEB without a store what people are missing for, and lists groups', async () => {
		const ask = await lists.open('waha', { withoutStore: true });
		const groups = await ask();
		expect(namesOf(groups)).toHaveLength(3);
		expect(await ask('', groups.paginationToken)).toEqual({ results: [] });
		expect(namesOf(await ask('sales'))).toEqual(['Sales team (group)']);
		expect((await lists.problemOf(ask('aline'))).description).toMatch(
			/NOWEB keeps no contacts.*store/,
		);
	});
});
