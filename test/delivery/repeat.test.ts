/** Which failures may be tried again, row by row: the table that no message is doubled by. */
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import { failureTable, type Happening } from '../../nodes/WhatsAppContacts/domain/failure';
import {
	isInDoubt,
	isOpen,
	isTooLong,
	mayRepeat,
	tooLongToWait,
} from '../../nodes/WhatsAppContacts/delivery/repeat';

const all = Object.keys(failureTable) as Happening[];
const failure = (happening: Happening, retryAfterMs: number | null = null) =>
	describeFailure({ gateway: 'G', happening, retryAfterMs });
const those = (holds: (happening: Happening) => boolean) => all.filter(holds);

const always = ['unreachable', 'starting', 'rateLimited'];
const doubts = [
	...['lostTrack', 'interrupted', 'timedOut', 'serverError', 'inProgress', 'outcomeUnknown'],
	...['unexpectedResponse', 'cancelledInFlight'],
];
const open = doubts.filter((each) => each !== 'outcomeUnknown' && each !== 'cancelledInFlight');
const kinds = ['send', 'lookUp'] as const;

test.each([
	['a send', 'send', false, false, always],
	['a look-up', 'lookUp', false, false, [...always, 'interrupted', 'timedOut', 'serverError']],
	[
		...(['a send that may be doubled', 'send', true, false] as const),
		[...always, ...doubts.filter((each) => each !== 'cancelledInFlight')],
	],
	['a send with a key', 'send', false, true, [...always, ...open]],
] as const)(
	'%s is repeated after these failures alone',
	(_what, kind, resend, hasKey, expected) => {
		const rule = { kind, resend, maxRetries: 3 };
		expect(those((each) => mayRepeat(failure(each), rule, hasKey)).sort()).toEqual(
			[...expected].sort(),
		);
	},
);

test('without word of a key there is none', () => {
	const rule = { kind: 'send', resend: false, maxRetries: 3 } as const;
	expect(those((each) => mayRepeat(failure(each), rule))).toEqual(those((e) => always.includes(e)));
});

test('a send may have left after these, a look-up leaves nothing', () => {
	const [sends, lookUps] = kinds.map((kind) => those((each) => isInDoubt(failure(each), kind)));
	expect([...(sends ?? [])].sort()).toEqual([...doubts].sort());
	expect(lookUps).toEqual([]);
});

test('who keeps keys can still tell, unless it was stopped or says that it cannot', () => {
	expect(those((each) => isOpen(failure(each))).sort()).toEqual([...open].sort());
});

test.each([
	[null, false],
	[120_000, false],
	[120_001, true],
])('a Retry-After of %s ms is too long: %s', (wait, isLong) => {
	expect(isTooLong(failure('rateLimited', wait))).toBe(isLong);
});

test.each([
	[120_001, '121 seconds', 'Run the node again in 121 seconds or later'],
	[604_800_000, '604800 seconds', 'Run the node again in 604800 seconds or later'],
	[604_800_001, 'more than a week', 'Run the node again in more than a week'],
])('a wait of %i ms is told as %s', (wait, told, advice) => {
	const before = failure('rateLimited', wait);
	expect(tooLongToWait(before)).toEqual({
		...before,
		message: `${before.message}; it asks to wait ${told}`,
		advice,
	});
});
