/** Lists of gateways of PlugzAPI's kind, which differ in what they know. */
import { describeChatLists } from '../lists/chatLists';
import { namesOf } from '../lists/openList';

describeChatLists('PlugzAPI', (lists) => {
	it('takes chats where a gateway of PlugzAPI’s kind does not know groups', async () => {
		for (const groups of [405, 'NOT_FOUND'] as const) {
			const names = namesOf(await (await lists.open('plugzApi', { groups }))());
			expect(names).toEqual(
				['Família Oliveira', 'Old orders', 'Sales team'].map((name) => `${name} (group)`),
			);
		}
	});

	it('goes on where PlugzAPI gives fewer rows than asked for', async () => {
		const ask = await lists.open('plugzApi', { mostPerPage: 21 });
		expect(namesOf(await ask('', '3'))).toHaveLength(40);
		expect(lists.sandbox.requests().length).toBeGreaterThan(3);
	});
});
