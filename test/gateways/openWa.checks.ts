/** OpenWA `check` at the wire, one number a request (docs/providers/openwa.md). */
import { checksOf } from '../vectors/checks';
import { spellingsOf } from '../vectors/spellings';
import type { Answered, CheckRow, Exchange, ProviderVectors } from '../vectors/vector';

const token = 'owa_k1_00000000111111112222222233333333';
const to = '5511987654321';
const about = (phone: string, body: unknown, status = 200): Exchange => ({
	sent: {
		method: 'GET',
		path: `/api/sessions/{instance}/contacts/check/${phone}`,
		headers: { 'x-api-key': token },
	},
	answered: { status, body } satisfies Answered,
});
const refusal = (statusCode: number, message: string) =>
	about(to, { statusCode, message }, statusCode);

const { item, failure, check, failed, several, onlyNumbers } = checksOf({
	digits: to,
	person: (digits) => `${digits}@c.us`,
});
const there = { number: to, exists: true, whatsappId: `${to}@c.us` };
const nobody = { number: to, exists: false, whatsappId: null };

export const openWaChecks: Pick<ProviderVectors['rows'], CheckRow> = {
	'check: documented answers': [
		check('says that it is there', [about(to, there)], { exists: true, whatsAppId: to }),
		check('takes a privacy id', [about(to, { ...there, whatsappId: '9@lid' })], {
			...{ exists: true, whatsAppId: null, lid: '9@lid' },
		}),
		check('takes a bare yes', [about(to, { exists: true })], { exists: true }),
		...[...spellingsOf(to), `${to}@c.us`, `${to}@s.whatsapp.net`].map((chatId) =>
			check(
				`reads ${chatId}`,
				[about(to, there)],
				{ exists: true, whatsAppId: to },
				{ parameters: { chatId } },
			),
		),
	],
	'check: nobody there': [
		...[nobody, { exists: false }].map((body) =>
			check(`takes ${JSON.stringify(body)} for a no`, [about(to, body)], {}),
		),
		check('gives no id of nobody', [about(to, { ...there, exists: false })], {}),
	],
	'check: another number of the same account': [
		check(
			'gives the number that WhatsApp knows',
			[about('5531998296801', { ...there, whatsappId: '553198296801@c.us' })],
			{},
			{
				parameters: { chatId: '5531998296801' },
				items: [item('5531998296801', { exists: true, whatsAppId: '553198296801' })],
			},
		),
	],
	'check: only a phone number': onlyNumbers,
	'check: raw': [
		check(
			'gives the answer as it is',
			[about(to, nobody)],
			{},
			{ parameters: { chatId: to, simplify: false }, items: [nobody], raw: true },
		),
	],
	'check: it fails': [
		failed(
			'believes no "no" that may be a trouble of the engine',
			[refusal(400, `WhatsApp could not resolve the recipient ${to}@c.us. Either the number`)],
			{ code: 'UNAVAILABLE', httpStatus: 400, message: 'could not resolve the recipient' },
		),
		failed('says that WhatsApp did not answer', [refusal(503, 'WhatsApp did not answer')], {
			...{ code: 'UNAVAILABLE', httpStatus: 503, message: 'did not answer' },
		}),
		failed(
			'says that it is no number',
			[refusal(400, `'${to}' is not a valid international-format phone number.`)],
			{ code: 'REJECTED', httpStatus: 400, message: 'is not a valid international-format' },
		),
		failed('says that the session is off', [refusal(400, 'Session is not started')], {
			...{ code: 'NOT_CONNECTED', httpStatus: 400, message: 'is not started' },
		}),
		failed(
			'says that the key may not ask',
			[refusal(403, 'Insufficient permissions. Required: operator')],
			{ code: 'UNAUTHORIZED', httpStatus: 403, message: 'Required: operator' },
		),
		...[{}, [], null, { exists: 'true' }, { whatsappId: `${to}@c.us` }].map((body) =>
			failed(`takes ${JSON.stringify(body)} for no answer`, [about(to, body)], {
				message: 'does not say whether it worked',
			}),
		),
	],
	'check: many, in any order, and some twice': [
		several(
			'asks one by one, and once for equal numbers',
			[to, '79001230000', `00${to}`],
			[about(to, there), about('79001230000', nobody)],
			[
				item(to, { exists: true, whatsAppId: to }),
				item('79001230000'),
				item(to, { exists: true, whatsAppId: to }),
			],
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
				about('79001230000', { message: 'Bad Request', statusCode: 400 }, 400),
				about(to, { exists: true }),
			],
			[item(to, { exists: true })],
			{
				failed: [
					failure('79001230000', {
						...{ code: 'REJECTED', httpStatus: 400, message: 'Bad Request' },
					}),
				],
			},
		),
	],
	'check: many, and the gateway does not know how': {
		notHere: 'it is asked one by one anyway',
	},
};
