/** GREEN-API `checkWhatsapp` at the wire, one number a request (green-api.com, "CheckWhatsapp"). */
import { checksOf } from '../vectors/checks';
import { spellingsOf } from '../vectors/spellings';
import type { Answered, CheckRow, Exchange, ProviderVectors } from '../vectors/vector';

const to = '79001234567';
const ask = (body: unknown, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: '/waInstance{instance}/checkWhatsapp/{token}', body },
	answered,
});
const about = (digits: string, body: unknown, status = 200) =>
	ask({ phoneNumber: Number(digits) }, { status, body });

const { item, failure, check, failed, several, onlyNumbers } = checksOf({
	digits: to,
	person: (digits) => `${digits}@c.us`,
});
const quota = {
	invokeStatus: {
		...{ method: 'checkwhatsapp', used: 100, total: 100, status: 'QUOTE_EXCEEDED' },
		description: 'Monthly quota has been exceeded.',
	},
};

export const greenApiChecks: Pick<ProviderVectors['rows'], CheckRow> = {
	'check: documented answers': [
		check('says that it is there', [about(to, { existsWhatsapp: true })], {
			...{ exists: true, whatsAppId: null },
		}),
		check(
			'gives what newer releases say',
			[
				about(to, {
					...{ existsWhatsapp: true, chatId: '110012345682345@lid', username: '' },
					...{ phoneNumber: `${to}@c.us`, fromCache: false },
				}),
			],
			{ exists: true, whatsAppId: to, lid: '110012345682345@lid' },
		),
		check(
			'takes a chat id of a number',
			[about(to, { existsWhatsapp: true, chatId: `${to}@c.us` })],
			{
				...{ exists: true, whatsAppId: to },
			},
		),
		check(
			'does not stumble over what it does not need',
			[about(to, { existsWhatsapp: true, chatId: 5, phoneNumber: {} })],
			{ exists: true },
		),
		...[...spellingsOf(to), `${to}@c.us`, `${to}:3@s.whatsapp.net`].map((chatId) =>
			check(
				`reads ${chatId}`,
				[about(to, { existsWhatsapp: true })],
				{ exists: true },
				{ parameters: { chatId } },
			),
		),
		check(
			'asks by the chat id where a number in JSON would lose digits',
			[ask({ chatId: '12345678901234567@c.us' }, { status: 200, body: { existsWhatsapp: false } })],
			{},
			{
				parameters: { chatId: '12345678901234567@c.us' },
				items: [item('12345678901234567')],
			},
		),
	],
	'check: nobody there': [
		check('says that nobody is there', [about(to, { existsWhatsapp: false })], {}),
		check(
			'gives no id of nobody',
			[about(to, { existsWhatsapp: false, chatId: '', phoneNumber: `${to}@c.us` })],
			{},
		),
	],
	'check: another number of the same account': [
		check(
			'gives the number that WhatsApp knows',
			[
				about('5531998296801', {
					...{ existsWhatsapp: true, chatId: '9@lid', phoneNumber: '553198296801@c.us' },
				}),
			],
			{},
			{
				parameters: { chatId: '5531998296801' },
				items: [item('5531998296801', { exists: true, whatsAppId: '553198296801', lid: '9@lid' })],
			},
		),
	],
	'check: only a phone number': onlyNumbers,
	'check: raw': [
		check(
			'gives the answer as it is',
			[about(to, { existsWhatsapp: true, chatId: '' })],
			{},
			{
				parameters: { chatId: to, simplify: false },
				items: [{ existsWhatsapp: true, chatId: '' }],
				raw: true,
			},
		),
	],
	'check: it fails': [
		failed('says that the quota is used up', [about(to, quota, 466)], {
			...{ code: 'QUOTA_EXCEEDED', httpStatus: 466, message: 'Monthly quota has been exceeded' },
		}),
		failed(
			'says which numbers it takes',
			[
				about(
					to,
					{ statusCode: 400, message: 'bad phone number, valid from 11 to 16 digits' },
					400,
				),
			],
			{ code: 'REJECTED', httpStatus: 400, message: 'valid from 11 to 16 digits' },
		),
		failed(
			'says that it is not connected',
			[about(to, { statusCode: 400, message: 'instance is starting or not authorized' }, 400)],
			{ code: 'NOT_CONNECTED', httpStatus: 400, message: 'not authorized' },
		),
		...[{}, [], null, { existsWhatsapp: 'yes' }, { existsWhatsapp: null }].map((body) =>
			failed(`takes ${JSON.stringify(body)} for no answer`, [about(to, body)], {
				message: 'does not say whether it worked',
			}),
		),
	],
	'check: many, in any order, and some twice': [
		several(
			'asks one by one, and once for equal numbers',
			[to, '79001230000', `+${to}`],
			[
				about(to, { existsWhatsapp: true, chatId: '9@lid' }),
				about('79001230000', { existsWhatsapp: false }),
			],
			[
				item(to, { exists: true, lid: '9@lid' }),
				item('79001230000'),
				item(to, { exists: true, lid: '9@lid' }),
			],
		),
	],
	'check: a row that is missing or cannot be read': {
		notHere: 'one number a request has no rows',
	},
	'check: a number for which all are refused': [
		several(
			'is refused alone',
			['12025550100', to],
			[
				about('12025550100', { message: 'check phone number timeout limit exceeded' }, 400),
				about(to, { existsWhatsapp: true }),
			],
			[item(to, { exists: true })],
			{
				failed: [
					failure('12025550100', {
						...{ code: 'REJECTED', httpStatus: 400, message: 'timeout limit exceeded' },
					}),
				],
			},
		),
	],
	'check: many, and the gateway does not know how': {
		notHere: 'it is asked one by one anyway',
	},
};
