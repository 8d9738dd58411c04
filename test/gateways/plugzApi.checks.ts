/** PlugzAPI and Z-API at the wire: `phone-exists-batch`, or `phone-exists` where it is unknown. */
import type { IDataObject } from 'n8n-workflow';
import { checksOf } from '../vectors/checks';
import { spellingsOf } from '../vectors/spellings';
import type { Answered, CheckRow, Exchange, ProviderVectors, Vector } from '../vectors/vector';

const to = '5511999999999';
const stranger = '79001230000';
const path = (method: string) => `/instances/{instance}/token/{token}/${method}`;
const batch = (phones: readonly string[], answered: Answered): Exchange => ({
	sent: { method: 'POST', path: path('phone-exists-batch'), body: { phones } },
	answered,
});
const single = (phone: string, body: unknown): Exchange => ({
	sent: { method: 'GET', path: path(`phone-exists/${phone}`) },
	answered: { status: 200, body },
});
const ok = (body: unknown): Answered => ({ status: 200, body });
const yes = (inputPhone: string, more: IDataObject = {}) => ({
	...{ exists: true, inputPhone, outputPhone: inputPhone, lid: null },
	...more,
});
const no = (inputPhone: string) => ({
	...{ exists: false, inputPhone, outputPhone: inputPhone, lid: null },
});

const { item, failure, check, failed, several, onlyNumbers } = checksOf({
	digits: to,
	person: (digits) => digits,
});
const found = (phone: string, whatsAppId = phone, lid: string | null = null) =>
	item(phone, { exists: true, whatsAppId, lid });

const three = ['5511900000001', '5511900000002', '5511900000003'];
const many = Array.from({ length: 501 }, (_, index) => `55119${String(10_000_000 + index)}`);
const notAsked = 'it answered others of the same request, but not this one';

/** How gateways say that they do not know it. */
const unknown: ReadonlyArray<readonly [string, Answered]> = [
	['405', { status: 405 }],
	['405 in its own words', { status: 405, body: { error: 'Method Not Allowed' } }],
	['200 NOT_FOUND', ok({ error: 'NOT_FOUND', message: 'Unable to find matching target resource' })],
	['404', { status: 404, body: { error: 'Not Found' } }],
];

export const plugzApiChecks: Pick<ProviderVectors['rows'], CheckRow> = {
	'check: documented answers': [
		check(
			'says that it is there, with its privacy id',
			[batch([to], ok([yes(to, { lid: '999@lid' })]))],
			{ exists: true, whatsAppId: to, lid: '999@lid' },
		),
		...['true', 'True'].map((exists) =>
			check(`reads the text ${exists} as yes`, [batch([to], ok([{ ...yes(to), exists }]))], {
				...{ exists: true, whatsAppId: to },
			}),
		),
		check(
			'does not need the number that WhatsApp knows',
			[batch([to], ok([{ exists: true, inputPhone: to }]))],
			{ exists: true, whatsAppId: null },
		),
		check(
			'reads numbers for texts',
			[
				batch(
					[to],
					ok([{ exists: true, inputPhone: Number(to), outputPhone: Number(to), lid: '' }]),
				),
			],
			{ exists: true, whatsAppId: to },
		),
		...[...spellingsOf(to), `${to}@c.us`].map((chatId) =>
			check(
				`reads ${chatId}`,
				[batch([to], ok([yes(to)]))],
				{ exists: true, whatsAppId: to },
				{ parameters: { chatId } },
			),
		),
	],
	'check: nobody there': [
		check(
			'gives no id of nobody, though the answer repeats the number',
			[batch([to], ok([no(to)]))],
			{},
		),
		check('reads the text false as no', [batch([to], ok([{ ...no(to), exists: 'false' }]))], {}),
	],
	'check: another number of the same account': [
		check(
			'gives the number that WhatsApp knows',
			[batch(['5544999999999'], ok([yes('5544999999999', { outputPhone: '554499999999' })]))],
			{},
			{
				parameters: { chatId: '5544999999999' },
				items: [found('5544999999999', '554499999999')],
			},
		),
		several(
			'finds each by the number that was asked, and not by the one that WhatsApp knows',
			['5544999999999', '554499999999'],
			[
				batch(
					['5544999999999', '554499999999'],
					ok([
						yes('554499999999', { lid: '1@lid' }),
						yes('5544999999999', { outputPhone: '554499999999', lid: '2@lid' }),
					]),
				),
			],
			[
				found('5544999999999', '554499999999', '2@lid'),
				found('554499999999', '554499999999', '1@lid'),
			],
		),
	],
	'check: only a phone number': onlyNumbers,
	'check: raw': [
		several(
			'gives each its own row as it came',
			[to, stranger],
			[
				batch(
					[to, stranger],
					ok([
						{ ...no(stranger), more: [1] },
						{ ...yes(to), exists: 'true' },
					]),
				),
			],
			[
				{ ...yes(to), exists: 'true' },
				{ ...no(stranger), more: [1] },
			],
			{ parameters: { simplify: false, options: { concurrency: 1 } }, raw: true },
		),
	],
	'check: it fails': [
		several(
			'tells all that it was not carried out',
			three,
			[batch(three, ok({ value: false }))],
			[],
			{
				failed: three.map((phone) =>
					failure(phone, { code: 'NOT_CONNECTED', message: 'did not carry the operation out' }),
				),
			},
		),
		failed(
			'takes an unknown instance for no unknown method',
			[batch([to], { status: 404, body: { error: 'Instance not found' } })],
			{ code: 'UNAUTHORIZED', httpStatus: 404, message: 'Instance not found' },
		),
		failed(
			'takes the 404 of a proxy for no unknown method',
			[batch([to], { status: 404, text: '<html><title>Not Found</title></html>' })],
			{ code: 'REJECTED', httpStatus: 404, message: 'a web page titled "Not Found"' },
		),
		failed(
			'takes a missing client token for what it is',
			[batch([to], { status: 400, body: { error: 'null not allowed' } })],
			{ code: 'UNAUTHORIZED', httpStatus: 400, message: 'null not allowed' },
		),
		several('fails all of a request that fails', three, [batch(three, { status: 500 })], [], {
			failed: three.map((phone) =>
				failure(phone, { code: 'UNAVAILABLE', httpStatus: 500, message: 'HTTP 500' }),
			),
		}),
		...[[], {}, null, 'ok', [to], [{ phone: to, exists: true }]].map((body) =>
			failed(`takes ${JSON.stringify(body)} for no answer`, [batch([to], ok(body))], {
				message: 'does not say whether it worked',
			}),
		),
	],
	'check: many, in any order, and some twice': [
		several(
			'asks once for each and finds each by the number that was asked',
			[stranger, `+${to}`, '554499999999', to],
			[
				batch(
					[stranger, to, '554499999999'],
					ok([yes('554499999999'), yes(to, { lid: '9@lid' }), no(stranger)]),
				),
			],
			[item(stranger), found(to, to, '9@lid'), found('554499999999'), found(to, to, '9@lid')],
		),
		several(
			'asks for 500 in a request',
			many,
			[
				batch(
					many.slice(0, 500),
					ok(
						many
							.slice(0, 500)
							.map((each) => yes(each))
							.reverse(),
					),
				),
				batch(many.slice(500), ok(many.slice(500).map((each) => no(each)))),
			],
			[...many.slice(0, 500).map((each) => found(each)), item(many[500] ?? '')],
			{ hints: [/^501 numbers checked\. WhatsApp can limit or ban an account/] },
		),
		several(
			'says nothing of 500',
			many.slice(0, 500),
			[batch(many.slice(0, 500), ok(many.slice(0, 500).map(no)))],
			many.slice(0, 500).map((each) => item(each)),
			{ hints: [] },
		),
	],
	'check: a row that is missing or cannot be read': [
		...(
			[
				['is missing', []],
				['has no yes or no', [{ inputPhone: '5511900000002' }]],
				['says neither', [{ ...yes('5511900000002'), exists: 'perhaps' }]],
				['is null', [null]],
				['names the answer only', [{ exists: true, outputPhone: '5511900000002' }]],
			] as Array<[string, unknown[]]>
		).map(([what, rows]): Vector =>
			several(
				`fails the one whose row ${what}`,
				three,
				[batch(three, ok([yes('5511900000001'), ...rows, no('5511900000003')]))],
				[found('5511900000001'), item('5511900000003')],
				{ failed: [failure('5511900000002', { message: notAsked })] },
			),
		),
	],
	'check: a number for which all are refused': [
		...(
			[
				[400, { error: 'Invalid phone' }],
				[200, { error: 'Invalid phone' }],
			] as const
		).map(([status, body]) =>
			several(
				`is left alone by halves after ${status}`,
				three,
				[
					batch(three, { status, body }),
					batch(three.slice(0, 2), ok(three.slice(0, 2).map((each) => yes(each)))),
					batch(three.slice(2), { status, body }),
				],
				[found('5511900000001'), found('5511900000002')],
				{
					failed: [
						failure('5511900000003', {
							...{ message: 'Invalid phone', code: 'REJECTED', httpStatus: status },
						}),
					],
				},
			),
		),
	],
	'check: many, and the gateway does not know how': [
		...unknown.map(([how, answered]) =>
			several(
				`asks one by one after ${how}, once for equal numbers`,
				['5544999999999', stranger, `+${stranger}`],
				[
					batch(['5544999999999', stranger], answered),
					single('5544999999999', [{ exists: true, phone: '554499999999', lid: '9@lid' }]),
					single(stranger, { exists: false, phone: stranger, lid: null }),
				],
				[found('5544999999999', '554499999999', '9@lid'), item(stranger), item(stranger)],
			),
		),
		several(
			'fails one of them alone',
			three.slice(0, 2),
			[
				batch(three.slice(0, 2), { status: 405 }),
				single('5511900000001', { error: 'Invalid phone' }),
				single('5511900000002', [{ exists: true, phone: '5511900000002', lid: null }]),
			],
			[found('5511900000002')],
			{
				failed: [failure('5511900000001', { code: 'REJECTED', message: 'Invalid phone' })],
			},
		),
	],
};
