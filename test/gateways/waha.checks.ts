/** WAHA `check-exists` at the wire, one number a request (docs/providers/waha.md). */
import { checksOf } from '../vectors/checks';
import { spellingsOf } from '../vectors/spellings';
import type { Answered, CheckRow, Exchange, ProviderVectors } from '../vectors/vector';

const token = '00000000111111112222222233333333';
const to = '5511987654321';
const about = (phone: string, body: unknown, status = 200): Exchange => ({
	sent: {
		method: 'GET',
		path: `/api/contacts/check-exists?phone=${phone}&session={instance}`,
		headers: { 'x-api-key': token },
	},
	answered: { status, body } satisfies Answered,
});

const { item, failure, check, failed, several, onlyNumbers } = checksOf({
	digits: to,
	person: (digits) => `${digits}@c.us`,
});
/** Of servers that look a number up before they do anything with it. */
const noAccount = { message: `The number ${to}@c.us does not exist on WhatsApp`, statusCode: 422 };

export const wahaChecks: Pick<ProviderVectors['rows'], CheckRow> = {
	'check: documented answers': [
		check('says that it is there', [about(to, { numberExists: true, chatId: `${to}@c.us` })], {
			...{ exists: true, whatsAppId: to },
		}),
		check(
			'takes a privacy id for an answer, and the number beside it',
			[about(to, { numberExists: true, chatId: '9@lid', pn: `${to}@c.us` })],
			{ exists: true, whatsAppId: to, lid: '9@lid' },
		),
		check('takes a privacy id alone', [about(to, { numberExists: true, chatId: '9@lid' })], {
			...{ exists: true, whatsAppId: null, lid: '9@lid' },
		}),
		check('takes a bare yes', [about(to, { numberExists: true })], { exists: true }),
		...[...spellingsOf(to), `${to}@c.us`, `${to}@s.whatsapp.net`].map((chatId) =>
			check(
				`reads ${chatId}`,
				[about(to, { numberExists: true, chatId: `${to}@c.us` })],
				{ exists: true, whatsAppId: to },
				{ parameters: { chatId } },
			),
		),
	],
	'check: nobody there': [
		...[{ numberExists: false }, { numberExists: false, chatId: null, pn: null }].map((body) =>
			check(`takes ${JSON.stringify(body)} for a no`, [about(to, body)], {}),
		),
		check('gives no id of nobody', [about(to, { numberExists: false, chatId: `${to}@c.us` })], {}),
		check('takes a refusal to look for an answer', [about(to, noAccount, 422)], {}),
	],
	'check: another number of the same account': [
		check(
			'gives the number that WhatsApp knows',
			[about('5531998296801', { numberExists: true, chatId: '553198296801@c.us' })],
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
			[about(to, { numberExists: true, chatId: '9@lid' })],
			{},
			{
				parameters: { chatId: to, simplify: false },
				items: [{ numberExists: true, chatId: '9@lid' }],
				raw: true,
			},
		),
	],
	'check: it fails': [
		failed(
			'says that the session is not connected',
			[about(to, { error: 'Session status is not as expected', status: 'STOPPED' }, 422)],
			{ code: 'NOT_CONNECTED', httpStatus: 422, message: 'STOPPED' },
		),
		failed(
			'says that the key may not read',
			[about(to, { message: 'Forbidden', statusCode: 403 }, 403)],
			{ code: 'UNAUTHORIZED', httpStatus: 403, message: 'Forbidden' },
		),
		...[{}, [], null, { numberExists: 'true' }, { chatId: `${to}@c.us` }].map((body) =>
			failed(`takes ${JSON.stringify(body)} for no answer`, [about(to, body)], {
				message: 'does not say whether it worked',
			}),
		),
	],
	'check: many, in any order, and some twice': [
		several(
			'asks one by one, and once for equal numbers',
			[to, '79001230000', `00${to}`],
			[
				about(to, { numberExists: true, chatId: `${to}@c.us` }),
				about('79001230000', { numberExists: false }),
			],
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
				about('79001230000', { message: 'phone must be a string', statusCode: 400 }, 400),
				about(to, { numberExists: true }),
			],
			[item(to, { exists: true })],
			{
				failed: [
					failure('79001230000', {
						...{ code: 'REJECTED', httpStatus: 400, message: 'phone must be a string' },
					}),
				],
			},
		),
	],
	'check: many, and the gateway does not know how': {
		notHere: 'it is asked one by one anyway',
	},
};
