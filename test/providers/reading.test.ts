/** What providers make of answers: pure functions, so any answer may be tried. */
import fc from 'fast-check';
import type {
	CheckNumberCommand,
	GetContactInfoCommand,
	SendContactCommand,
} from '../../nodes/WhatsAppContacts/domain/commands';
import { failureTable } from '../../nodes/WhatsAppContacts/domain/failure';
import { isProviderId, type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { readApiUrl } from '../../nodes/WhatsAppContacts/providers/apiUrl';
import type { Answer } from '../../nodes/WhatsAppContacts/providers/provider';
import { anyText } from '../anyText';
import { kitOf } from '../gateways';
import {
	happeningOfStatus,
	reasonIn,
	refuse,
	retryAfterMs,
} from '../../nodes/WhatsAppContacts/providers/refusal';

const send: SendContactCommand = {
	chatId: { kind: 'person', digits: '79001234567' },
	cards: [{ fullName: 'Ana', phones: [{ digits: '5511987654321', styled: null }] }],
	omittedFields: [],
};
const lookUp: GetContactInfoCommand = {
	chatId: { kind: 'person', digits: '79001234567' },
	extraDetails: [],
	mainOnly: false,
};
const check: CheckNumberCommand = { chatId: { kind: 'person', digits: '79001234567' } };
const credential = {
	apiUrl: 'https://api.example.com',
	instance: 'i',
	token: 't',
	serverVersion: 'v2',
	ignoreSslIssues: false,
};

function answered(status: number, body: unknown, text = JSON.stringify(body) ?? ''): Answer {
	return { status, body, text, headers: {}, oversized: false };
}

const keys = fc.constantFrom(
	...['idMessage', 'messageId', 'zaapId', 'id', 'key', 'status', 'error', 'value', 'message'],
	...[
		'response',
		'chatId',
		'phone',
		'wuid',
		'numberExists',
		'exists',
		'existsWhatsapp',
		'number',
		'inputPhone',
		'jid',
		'products',
		'code',
		'type',
	],
	...['invokeStatus', 'correspondentsStatus', 'description', '__proto__', 'constructor'],
);
const scalar = fc.oneof(
	fc.constantFrom('', 'ERROR', 'NOT_FOUND', 'Connection Closed', 'Instance not found', null),
	fc.boolean(),
	fc.integer(),
	fc.string(),
	// JSON can write an object that no text can be made of.
	fc.constant({ toString: null, valueOf: null }),
);
const { body } = fc.letrec<{ body: unknown }>((tie) => ({
	body: fc.oneof(
		{ depthSize: 'small', maxDepth: 4 },
		scalar,
		fc.dictionary(keys, tie('body'), { maxKeys: 4 }),
		fc.array(tie('body'), { maxLength: 3 }),
	),
}));
const status = fc.oneof(
	fc.integer({ min: 200, max: 599 }),
	fc.constantFrom(200, 201, 400, 401, 403, 404, 405, 429, 466, 500, 503),
);

describe.each(Object.entries(providers as Readonly<Record<string, Provider>>))(
	'%s',
	(id, provider) => {
		const { sendsWithoutId } = kitOf(id);
		const steps = () => {
			const first = provider.sendContact.ask(send, credential, new Map());
			const info = provider.getContactInfo.ask(lookUp, credential, new Map());
			const checked = provider.checkNumber.ask(check, credential, new Map());
			if ('split' in first || 'split' in info || 'split' in checked) {
				throw new Error('one card is one message');
			}
			const batch = provider.checkNumber.batch?.ask([check], credential, new Map());
			return { first, info, checked, batch };
		};

		it('reads any answer without a throw, and takes no error for a success', () => {
			fc.assert(
				fc.property(status, body, (code, said) => {
					const { first, info, checked, batch } = steps();
					const outcome = first.read(answered(code, said));
					if ('done' in outcome) {
						expect(code).toBeLessThan(300);
						const { messageId, queueId } = outcome.done;
						const isBare = sendsWithoutId && messageId === null;
						if (isBare) expect(said).toHaveProperty('messageId', expect.stringMatching(/^\s*$/));
						else expect(messageId ?? queueId).toMatch(/\S/);
					}
					const looked = info.read(answered(code, said));
					const many = batch?.read(answered(code, said)) ?? looked;
					const row = 'each' in many ? (many.each(check) ?? looked) : looked;
					const number = checked.read(answered(code, said));
					// One look at all of them: Jest makes thirty matchers for each.
					const refusals = [outcome, looked, number, many, row].flatMap((each) =>
						'refused' in each ? [each.refused] : [],
					);
					const wrong = refusals.filter(
						({ happening, message, httpStatus }) =>
							!Object.hasOwn(failureTable, happening) ||
							!/^[^\p{Cc}]{5,700}$/u.test(message) ||
							httpStatus !== code,
					);
					expect(wrong).toEqual([]);
				}),
				{ numRuns: 1500, examples: [[200, { value: { toString: null, valueOf: null } }]] },
			);
		});

		it('reads any text, JSON or not', () => {
			fc.assert(
				fc.property(status, anyText(), (code, text) => {
					const { first, info, checked, batch } = steps();
					for (const { read } of [first, checked, ...(batch ? [batch] : [])]) {
						const outcome = read(answered(code, undefined, text));
						expect('done' in outcome || 'each' in outcome).toBe(false);
					}
					// Of a contact nobody knows, a bare 404 may say so.
					if (code !== 404) {
						expect('done' in info.read(answered(code, undefined, text))).toBe(false);
					}
				}),
			);
		});

		it('takes no instance for connected that does not say the documented word', () => {
			fc.assert(
				fc.property(status, body, (code, said) => {
					const problem = provider.connection.problem(answered(code, said));
					expect(problem).toMatch(/\. [A-Z]/);
				}),
			);
		});
	},
);

it.each([
	'constructor',
	'__proto__',
	'toString',
	'',
	undefined,
	null,
	{},
	Object.keys(providers).slice(0, 1),
])('has no provider %j', (id) => {
	expect(isProviderId(id)).toBe(false);
});

it.each<[string | undefined, number | null]>([
	[undefined, null],
	['', null],
	['soon', null],
	['0', 0],
	['1', 1000],
	[' 120 ', 120_000],
	['1.5', 1500],
	['1.25', 1250],
	['-1', null],
	['a 1', null],
	['Sat, 21 Nov 2026 11:00:30 GMT', 30_000],
	['Sat, 21 Nov 2026 10:00:00 GMT', 0],
])('reads Retry-After %j as %j ms', (header, ms) => {
	expect(retryAfterMs(header, Date.UTC(2026, 10, 21, 11))).toBe(ms);
});

it('finds the wait that a gateway asks for, and nothing elsewhere', () => {
	const asked = (headers: Record<string, string>) =>
		refuse('Gateway', { ...answered(429, {}), headers }, { happening: 'rateLimited' }).retryAfterMs;
	expect(asked({ 'retry-after': '7' })).toBe(7000);
	expect(asked({})).toBeNull();
});

it('knows what every bare status means', () => {
	const meanings = new Map<string, number[]>();
	for (let code = 200; code < 600; code++) {
		const row = failureTable[happeningOfStatus(code)];
		const key = `${row.code} ${row.delivery}`;
		meanings.set(key, [...(meanings.get(key) ?? []), code]);
	}
	expect(meanings.get('UNAUTHORIZED notSent')).toEqual([401, 403]);
	expect(meanings.get('RATE_LIMITED notSent')).toEqual([429]);
	expect(meanings.get('QUOTA_EXCEEDED notSent')).toEqual([466, 469]);
	expect(meanings.get('UNEXPECTED_RESPONSE unknown')).toHaveLength(100);
	expect(meanings.get('UNAVAILABLE unknown')).toEqual([
		...[408, 499],
		...Array.from({ length: 100 }, (_, number) => 500 + number),
	]);
});

it.each([
	['https://api.example.com', 'https://api.example.com'],
	[' https://API.example.com:443/v3// ', 'https://api.example.com/v3'],
	['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
	['https://пример.example', 'https://xn--e1afmkfd.example'],
])('takes %j for the address %s', (typed, address) => {
	expect(readApiUrl(typed)).toEqual({ value: address });
});

it('says in one short line why, whatever the gateway wrote', () => {
	expect(reasonIn(answered(500, undefined, '<HTML><TITLE>\n Bad\tGateway </TITLE>'))).toBe(
		'a web page titled "Bad Gateway"',
	);
	expect(reasonIn(answered(500, undefined, '<p>x'))).toBe('a web page');
	expect(reasonIn(answered(500, { message: 'a'.repeat(1000) }))).toHaveLength(301);
	expect(reasonIn(answered(500, { message: 'a\n\tb', error: 'a\n\tb' }))).toBe('a b');
	expect(reasonIn(answered(466, { description: 'only 79001234567@c.us' }))).toBe('only [number]');
});
