/** GOWA `/user/check` at the wire, one number a request (docs/providers/gowa.md). */
import { checksOf } from '../vectors/checks';
import { spellingsOf } from '../vectors/spellings';
import type { Answered, CheckRow, Exchange, ProviderVectors } from '../vectors/vector';

const token = 'shopkeeper:000011112222-ä';
const to = '5511987654321';
const person = (digits: string) => `${digits}@s.whatsapp.net`;
const about = (phone: string, body: unknown, status = 200): Exchange => ({
	sent: {
		method: 'GET',
		path: `/user/check?phone=${encodeURIComponent(person(phone))}`,
		headers: {
			'x-device-id': '{instance}',
			authorization: `Basic ${Buffer.from(token).toString('base64')}`,
		},
	},
	answered: { status, body } satisfies Answered,
});
const said = (is: unknown) => ({
	code: 'SUCCESS',
	message: 'Success check user',
	results: { is_on_whatsapp: is },
});
const refusal = (status: number, code: string, message: string) =>
	about(to, { code, message }, status);

const { item, failure, check, failed, several, onlyNumbers } = checksOf({ digits: to, person });
const doubted = (numbers: RegExp) => [
	new RegExp(`^GOWA said of ${numbers.source} that there is no account.*ask again`),
];

export const gowaChecks: Pick<ProviderVectors['rows'], CheckRow> = {
	'check: documented answers': [
		check('says that it is there', [about(to, said(true))], { exists: true }, { hints: [] }),
		...[...spellingsOf(to), `${to}@c.us`, person(to)].map((chatId) =>
			check(
				`reads ${chatId}`,
				[about(to, said(true))],
				{ exists: true },
				{ parameters: { chatId } },
			),
		),
		check(
			'asks a whole JID of 16 digits too, of which the server would make a group',
			[about('1234567890123456', said(true))],
			{},
			{
				parameters: { chatId: '1234567890123456@c.us' },
				items: [item('1234567890123456', { exists: true })],
			},
		),
	],
	'check: nobody there': [
		check(
			'takes its no, and says how certain that is',
			[about(to, said(false))],
			{},
			{ hints: doubted(/1 number/) },
		),
	],
	'check: another number of the same account': { notHere: 'it names no number in return' },
	'check: only a phone number': onlyNumbers,
	'check: raw': [
		check(
			'gives the answer as it is, and the doubt beside it',
			[about(to, said(false))],
			{},
			{
				...{ parameters: { chatId: to, simplify: false }, items: [said(false)], raw: true },
				hints: doubted(/1 number/),
			},
		),
	],
	'check: it fails': [
		failed(
			'says that the device is not connected',
			[refusal(401, 'AUTHENTICATION_ERROR', 'you are not logged in')],
			{ code: 'NOT_CONNECTED', httpStatus: 401, message: 'you are not logged in' },
		),
		failed(
			'says that there is no such device',
			[refusal(404, 'DEVICE_NOT_FOUND', 'device not found; create a device first')],
			{ code: 'UNAUTHORIZED', httpStatus: 404, message: 'device not found' },
		),
		failed(
			'says that the server gave up',
			[refusal(504, 'GATEWAY_TIMEOUT', 'Request timed out waiting for WhatsApp server response')],
			{ code: 'UNAVAILABLE', httpStatus: 504, message: 'timed out waiting' },
		),
		...[{}, [], null, said('true'), said(null), { is_on_whatsapp: true }].map((body) =>
			failed(`takes ${JSON.stringify(body)} for no answer`, [about(to, body)], {
				message: 'does not say whether it worked',
			}),
		),
	],
	'check: many, in any order, and some twice': [
		several(
			'asks one by one, and once for equal numbers',
			[to, '79001230000', `00${to}`, '79001240000'],
			[about(to, said(true)), about('79001230000', said(false)), about('79001240000', said(false))],
			[
				item(to, { exists: true }),
				item('79001230000'),
				item(to, { exists: true }),
				item('79001240000'),
			],
			{ hints: doubted(/2 numbers/) },
		),
	],
	'check: a row that is missing or cannot be read': {
		notHere: 'one number a request has no rows',
	},
	'check: a number for which all are refused': [
		several(
			'is refused alone',
			['79001230000', to],
			[
				about('79001230000', { code: 'VALIDATION_ERROR', message: 'phone: no.' }, 400),
				about(to, said(true)),
			],
			[item(to, { exists: true })],
			{
				failed: [
					failure('79001230000', { code: 'REJECTED', httpStatus: 400, message: 'phone: no' }),
				],
			},
		),
	],
	'check: many, and the gateway does not know how': {
		notHere: 'it is asked one by one anyway',
	},
};
