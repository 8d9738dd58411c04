/** What a run says of its messages, in words that people act on. */
import { accountOf, hintsOf, type RunFacts } from '../../nodes/WhatsAppContacts/run/summary';
import type { Hint } from '../../nodes/WhatsAppContacts/providers';

const nothing: RunFacts = {
	gateway: 'Acme',
	omitted: new Map(),
	inDoubt: [],
	resent: 0,
	skippedCards: 0,
	suspiciousPhones: [],
	hints: new Map(),
	hasPause: false,
};
const many = Array.from({ length: 22 }, (_, item) => item);

it('counts messages, names their items once, and not more than twenty', () => {
	expect(accountOf({ accepted: [], inDoubt: [], notStarted: [] })).toBe(
		'0 accepted, 0 in doubt, 0 not started',
	);
	expect(accountOf({ accepted: [0, 0, 2], inDoubt: [3], notStarted: [4] })).toBe(
		'3 accepted, 1 in doubt, 1 not started. Accepted: item 0, 2. In doubt: item 3. Not started: item 4',
	);
	const first = many.slice(0, 20).join(', ');
	expect(accountOf({ accepted: many, inDoubt: [], notStarted: many.slice(0, 20) })).toBe(
		`22 accepted, 0 in doubt, 20 not started. Accepted: item ${first} and 2 more. Not started: item ${first}`,
	);
});

it.each<[string, Partial<RunFacts>, ReadonlyArray<string | RegExp>]>([
	['nothing where nothing is worth it', {}, []],
	[
		'what was left out, by name',
		{
			omitted: new Map([
				['url', 2],
				['email', 1],
			]),
		},
		[/^Left out, because Acme cannot .+: email \(1\), url \(2\)\. The number in brackets counts/],
	],
	['that a card was skipped', { skippedCards: 1 }, [/^1 card left out .+skippedCards/]],
	['how many cards were skipped', { skippedCards: 2 }, [/^2 cards left out .+skippedCards/]],
	[
		'which items are in doubt',
		{ inDoubt: [1, 1, 4] },
		[/^3 in doubt\. In doubt: item 1, 4\. Look into these chats .+ send it again$/],
	],
	['what was sent again', { resent: 1 }, [/^1 sent again .+On Unknown Delivery .+ arrived twice$/]],
	[
		'numbers that may lack their country code, by what they look like',
		{ suspiciousPhones: ['1234', '5512', '1234'] },
		[
			/^No valid number of the country code \+1: 1234\. If the country code is missing, write it/,
			/^Too long or too short for a number of its country: 5512\. If the country code is missing/,
		],
	],
	[
		"a gateway's hints that have something to say",
		{
			hints: new Map<Hint, number>([
				[(count, { hasPause }) => `${count} ${hasPause}`, 3],
				[() => undefined, 1],
			]),
			hasPause: true,
		},
		['3 true'],
	],
])('says %s', (_what, facts, said) => {
	expect(hintsOf({ ...nothing, ...facts })).toEqual(
		said.map((text): unknown => (typeof text === 'string' ? text : expect.stringMatching(text))),
	);
});
