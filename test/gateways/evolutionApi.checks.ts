/** Evolution API `whatsappNumbers` at the wire: 50 numbers a request, rows in an order of its own. */
import type { IDataObject } from 'n8n-workflow';
import { checksOf } from '../vectors/checks';
import { spellingsOf } from '../vectors/spellings';
import type { Answered, CheckRow, Exchange, ProviderVectors, Vector } from '../vectors/vector';

const token = 'B6D711FC-DE4D-4FD5-9365-44120E713976';
const to = '553198296801';
const stranger = '79001230000';
const jid = (digits: string) => `${digits}@s.whatsapp.net`;

const numbers = (asked: readonly string[], answered: Answered): Exchange => ({
	sent: {
		method: 'POST',
		path: '/chat/whatsappNumbers/{instance}',
		headers: { apikey: token },
		body: { numbers: asked },
	},
	answered,
});
const ok = (body: unknown): Answered => ({ status: 200, body });
const yes = (number: string, account = number, more: IDataObject = {}) => ({
	...{ jid: jid(account), exists: true, number },
	...more,
});
const no = (number: string) => ({ jid: jid(number), exists: false, number });

const { item, failure, check, failed, several, onlyNumbers } = checksOf({
	digits: to,
	person: (digits) => digits,
});
const found = (phone: string, whatsAppId = phone, lid: string | null = null) =>
	item(phone, { exists: true, whatsAppId, lid });

/** Asked, and the number under which WhatsApp knows the account. */
const otherSpellings = [
	['5531998296801', '553198296801'],
	['553187650001', '5531987650001'],
	['525512345678', '5215512345678'],
	['5215598765432', '525598765432'],
	['541112345678', '5491112345678'],
] as const;

const notAsked = 'it answered others of the same request, but not this one';
const three = ['5511900000001', '5511900000002', '5511900000003'];
const fifty = Array.from({ length: 50 }, (_, index) => `55119${String(10_000_000 + index)}`);

export const evolutionApiChecks: Pick<ProviderVectors['rows'], CheckRow> = {
	'check: documented answers': [
		check('says that it is there', [numbers([to], ok([yes(to, to, { name: 'Ana' })]))], {
			...{ exists: true, whatsAppId: to },
		}),
		check('gives the privacy id', [numbers([to], ok([yes(to, to, { lid: '9@lid' })]))], {
			...{ exists: true, whatsAppId: to, lid: '9@lid' },
		}),
		check('takes an account of a privacy id', [numbers([to], ok([{ ...yes(to), jid: '9@lid' }]))], {
			...{ exists: true, whatsAppId: null, lid: '9@lid' },
		}),
		check('takes a single row', [numbers([to], ok(yes(to)))], { exists: true, whatsAppId: to }),
		...[...spellingsOf(to), `${to}@c.us`, `${to}:12@s.whatsapp.net`].map((chatId) =>
			check(
				`reads ${chatId}`,
				[numbers([to], ok([yes(to)]))],
				{ exists: true, whatsAppId: to },
				{ parameters: { chatId } },
			),
		),
		check(
			'reads a number in national form',
			[numbers(['5511987654321'], ok([yes('5511987654321')]))],
			{},
			{
				parameters: { chatId: '(11) 98765-4321', options: { defaultCountry: 'BR' } },
				items: [found('5511987654321')],
			},
		),
	],
	'check: nobody there': [
		check('says that nobody is there', [numbers([to], ok([no(to)]))], {}),
		check('gives no id of nobody', [numbers([to], ok([{ ...no(to), lid: 'lid', name: '' }]))], {}),
	],
	'check: another number of the same account': [
		...otherSpellings.map(([asked, account]) =>
			check(
				`gives ${account}, which is the account of ${asked}`,
				[numbers([asked], ok([yes(asked, account)]))],
				{},
				{ parameters: { chatId: asked }, items: [found(asked, account)] },
			),
		),
		several(
			'gives one account to both of its spellings',
			['5531998296801', to],
			[
				numbers(
					['5531998296801', to],
					ok([yes('5531998296801', to, { lid: '9@lid' }), yes(to, to, { lid: '9@lid' })]),
				),
			],
			[found('5531998296801', to, '9@lid'), found(to, to, '9@lid')],
		),
		failed('does not give somebody else', [numbers([to], ok([yes(to, '5511987654321')]))], {
			message: '"jid" is another number than the one that was asked',
		}),
	],
	'check: only a phone number': onlyNumbers,
	'check: raw': [
		check(
			'gives the row of the number as it came',
			[numbers([to], ok([yes(to, to, { name: '', lid: 'lid' })]))],
			{},
			{
				parameters: { chatId: to, simplify: false },
				items: [yes(to, to, { name: '', lid: 'lid' })],
				raw: true,
			},
		),
		several(
			'gives each its own row',
			[to, stranger],
			[numbers([to, stranger], ok([no(stranger), yes(to)]))],
			[yes(to), no(stranger)],
			{ parameters: { simplify: false, options: { concurrency: 1 } }, raw: true },
		),
	],
	'check: it fails': [
		...[
			{},
			{
				...{ data: null, isBoom: true, isServer: false },
				output: {
					statusCode: 428,
					payload: {
						statusCode: 428,
						error: 'Precondition Required',
						message: 'Connection Closed',
					},
				},
			},
		].map((body) =>
			several(
				`tells all that it is not connected, by ${JSON.stringify(body).slice(0, 20)}`,
				three,
				[numbers(three, { status: 400, body })],
				[],
				{
					failed: three.map((phone) =>
						failure(phone, { code: 'NOT_CONNECTED', httpStatus: 400, message: 'not connected' }),
					),
				},
			),
		),
		failed('says so of an old server', [numbers([to], envelope(500, 'Connection Closed'))], {
			...{ code: 'NOT_CONNECTED', httpStatus: 500, message: 'Connection Closed' },
		}),
		failed(
			'says so of an instance that is not loaded',
			[
				numbers(
					[to],
					envelope(500, "Cannot read properties of undefined (reading 'whatsappNumber')"),
				),
			],
			{ code: 'NOT_CONNECTED', httpStatus: 500, message: 'not connected' },
		),
		several(
			'fails all of a request that fails',
			three,
			[numbers(three, { status: 503, text: 'busy' })],
			[],
			{
				failed: three.map((phone) =>
					failure(phone, {
						...{ code: 'UNAVAILABLE', httpStatus: 503, message: 'busy', retryable: false },
					}),
				),
			},
		),
		failed(
			'says that another channel cannot do it',
			[
				numbers([to], {
					status: 400,
					body: {
						...{ status: 400, error: 'Bad Request' },
						message: ['Method not available on WhatsApp Business API'],
					},
				}),
			],
			{ code: 'REJECTED', httpStatus: 400, message: 'Method not available' },
		),
		...[[], {}, null, 'ok', [{ number: to }], [[yes(to)]]].map((body) =>
			failed(`takes ${JSON.stringify(body)} for no answer`, [numbers([to], ok(body))], {
				message: 'does not say whether it worked',
			}),
		),
	],
	'check: many, in any order, and some twice': [
		several(
			'asks once for each and finds each by the text that was asked',
			['5531998296801', `+${to}`, stranger, to, '+55 31 99829-6801'],
			[
				numbers(
					['5531998296801', to, stranger],
					ok([no(stranger), yes(to, to, { lid: '9@lid' }), yes('5531998296801', to)]),
				),
			],
			[
				found('5531998296801', to),
				found(to, to, '9@lid'),
				item(stranger),
				found(to, to, '9@lid'),
				found('5531998296801', to),
			],
		),
		several(
			'asks for 50 in a request',
			[...fifty, to, fifty[0] ?? ''],
			[numbers(fifty, ok(fifty.map((each) => yes(each)).reverse())), numbers([to], ok([no(to)]))],
			[...fifty.map((each) => found(each)), item(to), found(fifty[0] ?? '')],
		),
	],
	'check: a row that is missing or cannot be read': [
		...(
			[
				['is missing', []],
				['has no number', [{ jid: jid('5511900000002'), exists: true }]],
				['says yes in words', [{ ...yes('5511900000002'), exists: 'maybe' }]],
				['repeats the number as a number', [{ ...yes('5511900000002'), number: 5511900000002 }]],
				['repeats another spelling', [yes('+5511900000002')]],
				['is null', [null]],
				['is a text', ['5511900000002']],
				['is of a stranger alone', [yes('79001234567')]],
			] as Array<[string, unknown[]]>
		).map(([what, rows]): Vector =>
			several(
				`fails the one whose row ${what}`,
				three,
				[numbers(three, ok([yes('5511900000001'), ...rows, no('5511900000003')]))],
				[found('5511900000001'), item('5511900000003')],
				{ failed: [failure('5511900000002', { message: notAsked })] },
			),
		),
		several(
			'fails the one whose row names somebody else',
			three.slice(0, 2),
			[numbers(three.slice(0, 2), ok([yes('5511900000001'), yes('5511900000002', '79001234567')]))],
			[found('5511900000001')],
			{ failed: [failure('5511900000002', { message: '"jid" is another number' })] },
		),
	],
	'check: a number for which all are refused': [
		...(
			[
				[
					'the schema',
					{
						status: 400,
						body: { status: 400, error: 'Bad Request', message: [['numbers[1] is wrong']] },
					},
					/numbers\[1\] is wrong/,
				],
				[
					'the schema of an old server',
					{
						status: 400,
						body: {
							...{ status: 400, error: 'Bad Request' },
							response: { message: [['numbers[1] is wrong']] },
						},
					},
					/numbers\[1\] is wrong/,
				],
				[
					'an old server that takes it for a group',
					envelope(500, "Cannot read properties of undefined (reading 'id')"),
					/takes one of the numbers for a group/,
				],
			] as const
		).map(([whom, refusal, message]) =>
			several(
				`is left alone by halves, when refused by ${whom}`,
				three,
				[
					numbers(three, refusal),
					numbers(three.slice(0, 2), refusal),
					numbers(three.slice(0, 1), ok([yes('5511900000001')])),
					numbers(three.slice(1, 2), refusal),
					numbers(three.slice(2), ok([no('5511900000003')])),
				],
				[found('5511900000001'), item('5511900000003')],
				{
					failed: [
						failure('5511900000002', { message, code: 'REJECTED', httpStatus: refusal.status }),
					],
				},
			),
		),
	],
	'check: many, and the gateway does not know how': {
		notHere: 'every version has whatsappNumbers',
	},
};

/** An old server's error envelope. */
function envelope(status: number, message: string): Answered {
	return { status, body: { status, error: 'Internal Server Error', response: { message } } };
}
