/** Evolution API lists groups slowly, or not at all, and its versions differ. */
import { describeChatLists } from '../lists/chatLists';
import { namesOf } from '../lists/openList';

describeChatLists('Evolution API', (lists) => {
	it('takes the chats of Evolution where it fails over its groups', async () => {
		const answers = { fetchAllGroups: { status: 500, body: { message: 'rate-overlimit' } } };
		const ask = await lists.open('evolutionV2', { answers });
		expect(namesOf(await ask())).toContain('Sales team (group)');
		// An older server calls a group by whoever wrote last.
		const old = namesOf(await (await lists.open('evolutionV2', { answers, version: '2.2.3' }))());
		expect(old).toContain('Group 120363043968066561@g.us');
		expect(old.join()).not.toContain('Bia');
		const { description } = await lists.problemOf((await lists.open('evolutionV1', { answers }))());
		expect(description).toMatch(/rate-overlimit/);
	});

	it.each(['evolutionV1', 'evolutionV2'] as const)(
		'lists people of %s where there are no groups, or none are known',
		async (gateway) => {
			const people = 40 + (gateway === 'evolutionV1' ? 1 : 0);
			const without = await lists.open(gateway, { ignoresGroups: true });
			expect(namesOf(await without())).toHaveLength(people);
			const other = {
				fetchAllGroups: {
					status: 400,
					body: { response: { message: ['Method not available on Evolution Channel'] } },
				},
			};
			expect(namesOf(await (await lists.open(gateway, { answers: other }))())).toHaveLength(people);
		},
	);

	it.each([
		[{ state: null }, /not connected to WhatsApp/],
		[
			{
				answers: {
					fetchAllGroups: {
						status: 500,
						body: { message: 'Cannot convert undefined or null to object' },
					},
				},
			},
			/not connected to WhatsApp.*Reconnect/,
		],
	] as const)('knows Evolution without WhatsApp: %j', async (settings, said) => {
		expect(
			(await lists.problemOf((await lists.open('evolutionV2', settings))())).description,
		).toMatch(said);
	});

	it('goes on making a list that nobody waits for, and gives it when asked again', async () => {
		const ask = await lists.open('evolutionV2');
		lists.sandbox.plan([{ fault: { kind: 'delay', ms: 60_000, when: 'after' } }]);
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
		try {
			const impatient = lists.problemOf(ask());
			while (lists.sandbox.requests().length === 0) await new Promise(setImmediate);
			await jest.advanceTimersByTimeAsync(46_000);
			const { message, description } = await impatient;
			expect(message).toBe('Evolution API needs long for its list of chats');
			expect(description).toMatch(/picture of each group.*Open the list again in a minute/);
			const patient = ask();
			await jest.advanceTimersByTimeAsync(20_000);
			expect(namesOf(await patient)).toContain('Sales team (group)');
			expect(lists.sandbox.requests()).toHaveLength(1);
		} finally {
			jest.useRealTimers();
		}
	});
});
