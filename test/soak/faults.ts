// What goes wrong with one send in ten.

import type { Fault } from '../../sandbox';

const soon = { 'Retry-After': '0' };

const refused: Fault[] = [
	{ kind: 'answer', status: 429, headers: soon },
	{ kind: 'answer', status: 429, headers: { 'Retry-After': '1' } },
	{ kind: 'answer', status: 401 },
	{ kind: 'answer', status: 413 },
	{ kind: 'redirect' },
];

/** Each before the gateway took the card and after. */
const doubtful: Fault[] = (['before', 'after'] as const).flatMap((when): Fault[] => [
	{ kind: 'close', when },
	{ kind: 'close', when, how: 'end' },
	{ kind: 'hang', when },
	{ kind: 'drip', when },
	{ kind: 'answer', when, status: 500, body: { message: 'internal' } },
	{ kind: 'answer', when, status: 502, body: '<html><h1>Bad Gateway</h1></html>' },
	{ kind: 'answer', when, status: 200, body: '' },
	{ kind: 'answer', when, status: 201, body: '{"key":' },
	{ kind: 'echoToken', when, status: 500 },
]);

const strange: Fault[] = [
	{ kind: 'close', when: 'headers' },
	{ kind: 'close', when: 'midBody' },
	{ kind: 'invalidUtf8' },
	{ kind: 'protoKeys' },
	{ kind: 'deepJson', depth: 5000 },
	{ kind: 'delay', ms: 200 },
];

/** All of them; the sandbox draws one for each tenth request. */
export const faults: Fault[] = [...refused, ...doubtful, ...strange];
