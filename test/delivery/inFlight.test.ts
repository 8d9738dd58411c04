/** Places for requests alone: who waits, who is woken, and which end counts as what. */
import { InFlight } from '../../nodes/WhatsAppContacts/delivery/inFlight';

const going = new AbortController().signal;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function open(first: number, most = first) {
	let now = 0;
	const clock = { now: () => now, sleep: () => Promise.resolve() };
	return { inFlight: new InFlight({ first, most }, clock), pass: (ms: number) => void (now += ms) };
}

/** Who asks for a place, and begins as soon as it is free. */
function queue(inFlight: InFlight, names: string[], signal = going) {
	const begun: string[] = [];
	const ends = new Map<string, ReturnType<InFlight['begin']>>();
	for (const name of names) {
		void inFlight.free(signal).then(() => {
			if (signal.aborted) return void begun.push(`${name} stopped`);
			ends.set(name, inFlight.begin());
			begun.push(name);
		});
	}
	return { begun, end: (name: string) => ends.get(name)?.('answered') };
}

test('a place that is free is not waited for', async () => {
	const { inFlight } = open(2);
	const { begun } = queue(inFlight, ['a', 'b']);
	await turn();
	expect(begun).toEqual(['a', 'b']);
});

test('who ends gives the place to who has waited longest', async () => {
	const { inFlight } = open(2);
	const ends = [inFlight.begin(), inFlight.begin()];
	const { begun, end } = queue(inFlight, ['a', 'b', 'c']);
	await turn();
	expect(begun).toEqual([]);
	ends[0]?.('answered');
	await turn();
	expect(begun).toEqual(['a']);
	ends[1]?.('aside');
	await turn();
	expect(begun).toEqual(['a', 'b']);
	end('a');
	await turn();
	expect(begun).toEqual(['a', 'b', 'c']);
});

test('who is stopped waits no longer and takes no place along', async () => {
	const { inFlight } = open(1);
	const stop = new AbortController();
	const end = inFlight.begin();
	const { begun: stopped } = queue(inFlight, ['a', 'b'], stop.signal);
	const { begun } = queue(inFlight, ['c']);
	await turn();
	stop.abort();
	await turn();
	expect(stopped).toEqual(['a stopped', 'b stopped']);
	end('answered');
	await turn();
	expect(begun).toEqual(['c']);
});

test('after a cut nobody is let in before enough have ended', async () => {
	const { inFlight } = open(8, 64);
	const ends = Array.from({ length: 8 }, () => inFlight.begin());
	const { begun } = queue(inFlight, ['a', 'b']);
	ends[0]?.('failed');
	await turn();
	expect(inFlight.limit).toBe(4);
	for (const end of ends.slice(1, 4)) end('answered');
	await turn();
	expect(begun).toEqual([]);
	ends[4]?.('answered');
	await turn();
	expect(begun).toEqual(['a']);
});

test.each([
	['answered', 16],
	['refused', 4],
	['failed', 4],
	['aside', 8],
] as const)('a round that is %s leads from 8 to %i', (end, limit) => {
	const { inFlight, pass } = open(8, 64);
	const ends = Array.from({ length: 8 }, () => inFlight.begin());
	pass(100);
	for (const each of ends) each(end);
	expect(inFlight.limit).toBe(limit);
});

test('what began before a cut is no reason for another', () => {
	const { inFlight } = open(8, 64);
	const ends = Array.from({ length: 8 }, () => inFlight.begin());
	for (const end of ends) end('failed');
	expect(inFlight.limit).toBe(4);
	inFlight.begin()('failed');
	expect(inFlight.limit).toBe(2);
});

test('an answer that stands aside is no measure of the others', () => {
	const { inFlight, pass } = open(2, 64);
	const round = (slowest: 'aside' | 'answered', ms: number) => {
		const ends = Array.from({ length: inFlight.limit }, () => inFlight.begin());
		pass(100);
		for (const end of ends.slice(1)) end('answered');
		pass(ms);
		ends[0]?.(slowest);
	};
	round('answered', 0);
	expect(inFlight.limit).toBe(4);
	round('aside', 100_000);
	expect(inFlight.limit).toBe(8);
	round('answered', 100_000);
	expect(inFlight.limit).toBe(4);
});

test('a round is over when the requests that began it are, whoever overtakes them', () => {
	const { inFlight, pass } = open(2, 64);
	const slow = inFlight.begin();
	const quick = inFlight.begin();
	pass(100);
	quick('answered');
	inFlight.begin()('answered');
	expect(inFlight.limit).toBe(2);
	slow('answered');
	expect(inFlight.limit).toBe(4);
});
