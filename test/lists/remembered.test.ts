/** A list is kept for half a minute, by a clock that needs no waiting. */
import { Remembered } from '../../nodes/WhatsAppContacts/lists/remembered';
import { FakeClock } from '../promises/fakeClock';

function open() {
	const clock = new FakeClock();
	const remembered = new Remembered<string>(clock, (value) => value !== 'bad');
	const made: string[] = [];
	const get = (key: string, value = key) =>
		remembered.get(key, async () => {
			made.push(key);
			await Promise.resolve();
			return value;
		});
	return { clock, get, made };
}

it('is made once for all who ask meanwhile, and for half a minute', async () => {
	const { clock, get, made } = open();
	await Promise.all([get('a'), get('a')]);
	await clock.sleep(29_999, new AbortController().signal);
	expect(await get('a')).toBe('a');
	expect(made).toEqual(['a']);
	await clock.sleep(1, new AbortController().signal);
	await get('a');
	expect(made).toEqual(['a', 'a']);
});

it('is made again where it was worth nothing', async () => {
	const { get, made } = open();
	await get('a', 'bad');
	await get('a', 'bad');
	expect(made).toEqual(['a', 'a']);
});

it('gives way to those that came later', async () => {
	const { get, made } = open();
	for (let at = 0; at < 21; at++) await get(`${at}`);
	await get('20');
	await get('0');
	expect(made).toHaveLength(22);
});
