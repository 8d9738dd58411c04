/** The connections of a run alone: which one carries what, and which are given up. */
import {
	type Connection,
	Connections,
	IDLE_MS,
} from '../../nodes/WhatsAppContacts/transport/connections';
import type { HttpRequest } from '../../nodes/WhatsAppContacts/transport/http';
import { PendingRequest } from '../../nodes/WhatsAppContacts/transport/pendingRequest';
import { never, requestTo } from './asking';

type Kind = HttpRequest['kind'];
const kinds: Kind[] = ['send', 'lookUp'];

let now = 0;
beforeEach(() => {
	now = 1000;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

interface Named extends Connection {
	readonly name: string;
}

function open() {
	const opened: Named[] = [];
	const destroyed: string[] = [];
	const closed: Array<() => void> = [];
	const connections = new Connections<Named>((kind) => {
		const connection: Named = {
			name: `${kind} ${opened.length}`,
			kind,
			carries: undefined,
			isKept: false,
			destroy: () => {
				destroyed.push(connection.name);
				return new Promise<void>((resolve) => closed.push(resolve));
			},
		};
		opened.push(connection);
		return connection;
	});
	const request = (isSettled = false) => {
		const inFlight = new PendingRequest(
			requestTo('http://gateway'),
			never,
			(sink) => sink,
			() => {},
		);
		if (isSettled) inFlight.cancel();
		return inFlight;
	};
	/** Carries a request that is answered well. */
	const use = (kind: Kind) => {
		const inFlight = request();
		const connection = connections.take(kind, inFlight);
		expect(connection.carries).toBe(inFlight);
		connections.release(inFlight, true);
		expect(connection.carries).toBeUndefined();
		return connection;
	};
	return { connections, opened, destroyed, closed, request, use };
}

test.each(kinds)('one that became free carries the next request of its kind (%s)', (kind) => {
	const { connections, use, request, destroyed } = open();
	const first = use(kind);
	const other = kind === 'send' ? 'lookUp' : 'send';
	expect(connections.take(other, request())).not.toBe(first);
	expect(use(kind)).toBe(first);
	expect(destroyed).toEqual([]);
});

test('one carries one request at a time', () => {
	const { connections, request } = open();
	const taken = [1, 2, 3].map(() => connections.take('send', request()));
	expect(new Set(taken).size).toBe(3);
});

test('the one that became free last is taken first', () => {
	const { connections, request } = open();
	const [one, other] = [request(), request()];
	const first = connections.take('send', one);
	connections.take('send', other);
	connections.release(other, true);
	connections.release(one, true);
	expect(connections.take('send', request())).toBe(first);
});

test.each(kinds)('one that was idle for too long is given up, with all older ones (%s)', (kind) => {
	const { connections, request, use, destroyed } = open();
	const [one, other] = [request(), request()];
	connections.take(kind, one);
	const last = connections.take(kind, other);
	connections.release(one, true);
	now += 1;
	connections.release(other, true);
	now += IDLE_MS[kind];
	expect(use(kind)).toBe(last);
	expect(destroyed).toEqual([]);
	now += IDLE_MS[kind] + 0.1;
	expect(use(kind)).not.toBe(last);
	expect(destroyed).toEqual([`${kind} 1`, `${kind} 0`]);
});

test('one that is not intact carries nothing more', () => {
	const { connections, request, destroyed } = open();
	const inFlight = request();
	const first = connections.take('send', inFlight);
	connections.release(inFlight, false);
	expect(destroyed).toEqual(['send 0']);
	expect(first.carries).toBeUndefined();
	expect(connections.take('send', request())).not.toBe(first);
	connections.release(inFlight, false);
	expect(destroyed).toEqual(['send 0']);
});

describe('none is kept any more', () => {
	test('once a kept one was broken off', () => {
		const { connections, request, use, destroyed } = open();
		use('lookUp');
		use('send');
		const inFlight = request();
		connections.take('send', inFlight);
		connections.broken(inFlight);
		expect(destroyed).toEqual(['lookUp 0']);
		connections.release(inFlight, false);
		use('send');
		expect(destroyed).toEqual(['lookUp 0', 'send 1', 'send 2']);
	});

	test('but not for a new one, nor for one that is over', () => {
		const { connections, request, use, destroyed } = open();
		const inFlight = request();
		connections.take('send', inFlight);
		connections.broken(inFlight);
		connections.release(inFlight, true);
		connections.broken(inFlight);
		use('send');
		expect(destroyed).toEqual([]);
	});

	test('once one was ended with its answer', () => {
		const { connections, request, use, destroyed } = open();
		use('lookUp');
		const inFlight = request(true);
		connections.endedUnasked(connections.take('send', inFlight));
		connections.release(inFlight, true);
		expect(destroyed).toEqual(['lookUp 0', 'send 1']);
	});

	test('but not for one that ended while it carried a request', () => {
		const { connections, request, use, destroyed } = open();
		use('lookUp');
		connections.endedUnasked(connections.take('send', request()));
		expect(destroyed).toEqual([]);
	});

	test.each([
		[10, ['send 0', 'send 1', 'lookUp 2']],
		[10.1, ['send 0']],
	])('once one was ended soon after it became free: after %d ms', (ms, expected) => {
		const { connections, request, destroyed } = open();
		const requests = (['send', 'send', 'lookUp'] as const).map((kind) => {
			const inFlight = request();
			return { inFlight, connection: connections.take(kind, inFlight) };
		});
		for (const { inFlight } of requests) connections.release(inFlight, true);
		now += ms;
		const [first] = requests;
		if (first) connections.endedUnasked(first.connection);
		expect(destroyed).toEqual(expected);
		// It is gone: nobody gives it up twice, and nobody gets it.
		if (first) connections.endedUnasked(first.connection);
		expect(destroyed).toEqual(expected);
	});
});

test('closing ends the busy and the idle, and waits for all of them', async () => {
	const { connections, request, use, destroyed, closed } = open();
	use('lookUp');
	const inFlight = request();
	connections.take('send', inFlight);
	let isClosed = false;
	void connections.close().then(() => void (isClosed = true));
	expect(destroyed).toEqual(['send 1', 'lookUp 0']);
	closed[0]?.();
	await new Promise(setImmediate);
	expect(isClosed).toBe(false);
	closed[1]?.();
	await new Promise(setImmediate);
	expect(isClosed).toBe(true);
});
