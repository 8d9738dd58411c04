/** When a run's requests leave: how many at a time, together, and until when. */
import { setImmediate } from 'node:timers/promises';
import { chatId, errorOf, type Host, oneByOne, paced, runOn, three, to } from './host';

const inFlight = async (more: Host) => {
	let now = 0;
	let most = 0;
	await runOn({
		items: three,
		...more,
		answer: async () => {
			most = Math.max(most, ++now);
			for (let turn = 0; turn < 5; turn++) await setImmediate();
			now -= 1;
			return [200, { messageId: 'M' }];
		},
	});
	return most;
};

test.each([
	['as the gateway can bear', {}, 3],
	['as the option says', { concurrency: 2 }, 2],
	['one by one with a pause', { concurrency: 2, pauseSeconds: 0.0001 }, 1],
	[
		'one by one with a pause of any item',
		(_: unknown, item: number) => (item === 1 ? { pauseSeconds: 0.0001 } : {}),
		1,
	],
])('requests leave %s', async (_how, options, most) => {
	expect(await inFlight({ parameters: { chatId, options } })).toBe(most);
});

test('requests of one chat never overlap', async () => {
	expect(await inFlight({})).toBe(1);
});

test('requests check many numbers at once, and each of them once', async () => {
	const items = to('+79001234501', '+7 900 123-45-02', '79001234501@c.us');
	const { asked, items: out } = await runOn({
		items,
		parameters: { operation: 'checkNumber', chatId },
		answer: () => [
			200,
			['79001234502', '79001234501'].map((inputPhone) => ({ inputPhone, exists: true })),
		],
	});
	expect(asked.map(({ path, body }) => [path, body])).toEqual([
		['/phone-exists-batch', { phones: ['79001234501', '79001234502'] }],
	]);
	expect(out.map(({ json }) => [json.phone, json.exists])).toEqual([
		['79001234501', true],
		['79001234502', true],
		['79001234501', true],
	]);
});

test('requests ask about each number once, too, where the gateway takes one at a time', async () => {
	const items = to('+79001234501', '79001234501@c.us');
	const { asked, items: out } = await runOn({
		items,
		parameters: { provider: paced, operation: 'checkNumber', chatId },
		answer: () => [200, { existsWhatsapp: true }],
	});
	expect(asked).toHaveLength(1);
	expect(out.map(({ json }) => json.exists)).toEqual([true, true]);
});

test('requests look up each person that is named', async () => {
	const { asked } = await runOn({
		items: three,
		parameters: { operation: 'getContactInfo', chatId },
		answer: () => [200, { name: null }],
	});
	expect(asked.map(({ path }) => path).sort()).toEqual(
		three.map(({ json }) => `/contacts/${json.chat.slice(1)}`),
	);
});

test('requests look one alone up by the method that every gateway knows', async () => {
	const parameters = { operation: 'getContactInfo', options: { extraDetails: ['registration'] } };
	const { asked } = await runOn({
		parameters,
		answer: ({ path }) => [200, path.startsWith('/phone') ? { exists: true } : { name: null }],
	});
	expect(asked.map(({ path }) => path)).toEqual([
		'/phone-exists/79001234567',
		'/contacts/79001234567',
	]);
});

test('requests learn once for all items what a server does not know', async () => {
	const asked = await runOn({
		items: three,
		parameters: { operation: 'checkNumber', chatId, options: { concurrency: 1 } },
		credential: { instance: 'of-old' },
		answer: ({ path }) => (path.endsWith('-batch') ? [405, {}] : [200, { exists: true }]),
	});
	expect(asked.asked.map(({ path }) => path.replace(/.*\//, ''))).toEqual([
		'phone-exists-batch',
		'79001234501',
		'79001234502',
		'79001234503',
	]);
});

test('requests leave no more once the execution is stopped', async () => {
	const stop = new AbortController();
	const { items, asked } = await runOn({
		items: three,
		parameters: { chatId, options: oneByOne },
		continues: true,
		context: { getExecutionCancelSignal: () => stop.signal },
		answer: () => {
			stop.abort();
			return [200, { messageId: 'M' }];
		},
	});
	expect(asked).toHaveLength(1);
	expect(items.slice(1).map((item) => errorOf(item).code)).toEqual(['CANCELLED', 'CANCELLED']);
});
