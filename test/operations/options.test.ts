/** Each option at its bounds, blank and wrong: what is read, and what a person is told to write. */
import { checkNumber } from '../../nodes/WhatsAppContacts/operations/checkNumber';
import { getContactInfo } from '../../nodes/WhatsAppContacts/operations/getContactInfo';
import { readReceivedCards } from '../../nodes/WhatsAppContacts/operations/readReceivedCards';
import { sendContact } from '../../nodes/WhatsAppContacts/operations/sendContact';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';

type Json = Readonly<Record<string, unknown>>;
type Name = 'sendContact' | 'getContactInfo' | 'checkNumber';

const usual: Json = {
	chatId: '5511987654321',
	contacts: { contact: [{ firstName: 'Ana', phone: '5511900000001' }] },
};

const all: readonly Provider[] = Object.values(providers);
const has = ({ delaySeconds, presence, quotes }: Provider) => [!!delaySeconds, presence, quotes];
const withAll = all.find((provider) => !has(provider).includes(false)) as Provider;
const withNone = all.find((provider) => !has(provider).includes(true)) as Provider;

/** What an item with these parameters is read as, by a gateway that has every option unless said. */
function read(operation: Name, parameters: Json, provider = withAll) {
	const given: Json = { ...usual, ...parameters };
	const parameter = (name: string) => given[name];
	const reading = { sendContact, getContactInfo, checkNumber }[operation].read(parameter, provider);
	return 'problem' in reading ? `${reading.field} ${reading.problem}` : reading.value;
}
const withOption = (operation: Name, option: string, value: unknown) =>
	read(operation, { options: { [option]: value } });

const blanks = [null, undefined, '', ' \u200b'];

describe.each<[string, number, number, boolean, number]>([
	['concurrency', 1, 64, true, 8],
	['maxRetries', 0, 10, true, 3],
	['timeout', 100, 600_000, false, 30_000],
	['pauseSeconds', 0, 3600, false, 2],
])('%s', (option, min, max, isWhole, example) => {
	const what = isWhole ? 'a whole number' : 'a number';
	const problem = `options.${option} is not ${what} from ${min} to ${max}. Write e.g. ${example}, without quotes`;

	it('is read at its bounds', () => {
		for (const value of [min, max]) {
			expect(withOption('sendContact', option, value)).toHaveProperty('settings');
		}
		for (const value of [min - 1, max + 1, '5', true, Number.NaN, [1]]) {
			expect(withOption('sendContact', option, value)).toBe(problem);
		}
		const half = withOption('sendContact', option, min + 0.5);
		if (isWhole) expect(half).toBe(problem);
		else expect(half).toHaveProperty('settings');
	});

	it('is not given where it is blank', () => {
		const none = read('sendContact', {});
		for (const blank of blanks) expect(withOption('sendContact', option, blank)).toEqual(none);
	});
});

it('hands the settings over in milliseconds', () => {
	const options = { maxRetries: 0, timeout: 1000, onUnknownDelivery: 'resend', pauseSeconds: 1.5 };
	expect(read('sendContact', { options, simplify: false })).toMatchObject({
		settings: { simplify: false, timeoutMs: 1000, maxRetries: 0, resend: true, pauseMs: 1500 },
	});
	for (const operation of ['getContactInfo', 'checkNumber'] as const) {
		expect(read(operation, { options, simplify: false })).toMatchObject({
			settings: { simplify: false, timeoutMs: 1000, maxRetries: 0, resend: false, pauseMs: 0 },
		});
	}
});

it('hands the options of a card over, where they are given and the gateway has them', () => {
	const options = { delaySeconds: 3, presence: 'paused', quotedMessageId: ' 3EB0\n1 ' };
	expect(read('sendContact', { options })).toMatchObject({
		command: { delaySeconds: 3, presence: 'paused', quotedMessageId: '3EB0 1' },
	});
	const others = { delaySeconds: 'x', presence: 5, quotedMessageId: {} };
	for (const key of Object.keys(options)) {
		expect(read('sendContact', { options }, withNone)).not.toHaveProperty(['command', key]);
		expect(read('sendContact', { options: others }, withNone)).toHaveProperty('command');
		expect(read('sendContact', { options: {} })).not.toHaveProperty(['command', key]);
	}
});

const badTimeout =
	'options.timeout is not a number from 100 to 600000. Write e.g. 30000, without quotes';
const noChat = expect.stringMatching(/^chatId is empty\. Write /) as string;

it.each<[Name, Json, string]>([
	['sendContact', { simplify: 'yes' }, 'simplify is not a yes or no. Write true or false'],
	[
		'sendContact',
		{ options: 'none' },
		'options is no set of options. Write e.g. {"timeout": 30000}',
	],
	[
		'sendContact',
		{ options: { onUnknownDelivery: 'retry' } },
		'options.onUnknownDelivery is none of the choices. Write one of them, e.g. report',
	],
	[
		'sendContact',
		{ options: { presence: 'away' } },
		'options.presence is none of the choices. Write one of them, e.g. available',
	],
	[
		'sendContact',
		{ options: { quotedMessageId: 5 } },
		'options.quotedMessageId is not text. Write it in quotes, e.g. "3EB0C767D097B7C7C030"',
	],
	[
		'sendContact',
		{ options: { skipInvalidCards: 'no' } },
		'options.skipInvalidCards is not a yes or no. Write true or false',
	],
	[
		'sendContact',
		{ specifyContacts: 'csv' },
		'specifyContacts is unknown. Choose one, e.g. fields',
	],
	[
		'sendContact',
		{ options: { defaultCountry: 'br' } },
		'options.defaultCountry is no country code. Write two capital letters, e.g. BR',
	],
	[
		'getContactInfo',
		{ options: { extraDetails: 'registration' } },
		'options.extraDetails is no list of details. Write e.g. ["registration"]',
	],
	[
		'getContactInfo',
		{ options: { extraDetails: ['registration', 'x'] } },
		'options.extraDetails[1] is none of the choices. Write one of them, e.g. businessProfile',
	],
	['checkNumber', { options: { timeout: 1 } }, badTimeout],
	['getContactInfo', { options: { timeout: 1 } }, badTimeout],
	['sendContact', { chatId: '' }, noChat],
	['getContactInfo', { chatId: '' }, noChat],
	['checkNumber', { chatId: '' }, noChat],
	[
		'checkNumber',
		{ chatId: '123456789012345@lid' },
		"chatId is a privacy ID, which already is WhatsApp's own. Write a phone number, e.g. +5511987654321",
	],
	...['120363043968066561@g.us', '11001234567-1581234048@g.us'].map(
		(chatId): [Name, Json, string] => [
			'checkNumber',
			{ chatId },
			'chatId is a group, and only a number can be checked. Write a phone number, e.g. +5511987654321',
		],
	),
	[
		'getContactInfo',
		{ chatId: '120363043968066561@g.us' },
		'chatId is a group, and only a person can be looked up. Write a phone number, e.g. +5511987654321',
	],
])('%s of %j is refused', (operation, parameters, problem) => {
	expect(read(operation, parameters)).toEqual(problem);
});

it('reads every choice and every source of cards', () => {
	for (const presence of ['available', 'composing', 'paused', 'recording', 'unavailable']) {
		expect(withOption('sendContact', 'presence', presence)).toMatchObject({
			command: { presence },
		});
	}
	expect(read('sendContact', { specifyContacts: 'file' })).toMatch(/ is empty\b/);
	const vCard = 'BEGIN:VCARD\nFN:Ana\nTEL:+5511900000001\nEND:VCARD';
	const contactsJson = '{"fullName": "Ana", "phone": "5511900000001"}';
	for (const more of [
		{ specifyContacts: 'json', contactsJson },
		{ specifyContacts: 'vCard', vCard },
	]) {
		expect(read('sendContact', more)).toMatchObject({ command: { cards: [{ fullName: 'Ana' }] } });
	}
});

it('asks for a file only where the cards come from one', () => {
	const fileOf = (specifyContacts: unknown) =>
		sendContact.fileParameter?.((name) => (name === 'specifyContacts' ? specifyContacts : 'file'));
	expect(['file', 'fields', undefined].map(fileOf)).toEqual([
		'binaryPropertyName',
		undefined,
		undefined,
	]);
});

it('says to which chats each operation can be put', () => {
	expect(sendContact.takes).toEqual(['person', 'lid', 'oldGroup', 'newGroup']);
	expect(getContactInfo.takes).toEqual(['person', 'lid']);
	expect(checkNumber.takes).toEqual(['person']);
	expect([sendContact, getContactInfo, checkNumber].map(({ kind }) => kind)).toEqual([
		...['send', 'lookUp', 'lookUp'],
	]);
});

it('takes checks of one number for the same question, and no sends or look-ups', () => {
	expect(checkNumber.same?.({ chatId: { kind: 'person', digits: '5511987654321' } })).toBe(
		'5511987654321',
	);
	expect([sendContact.same, getContactInfo.same]).toEqual([undefined, undefined]);
});

it('looks up more than the main answer only where it is simplified', () => {
	const options = { extraDetails: ['registration'] };
	expect(read('getContactInfo', { options, chatId: '123456789012345@lid' })).toMatchObject({
		command: { chatId: { kind: 'lid' }, mainOnly: false, extraDetails: ['registration'] },
	});
	expect(read('getContactInfo', { options, simplify: false })).toMatchObject({
		command: { mainOnly: true, extraDetails: [] },
	});
	expect(read('getContactInfo', {})).toMatchObject({ command: { extraDetails: [] } });
});

it('says which numbers may lack their country code: of people only', () => {
	const odd = '111111111111';
	const contacts = { contact: [{ firstName: 'Ana', phone: odd }] };
	expect(read('sendContact', { chatId: odd, contacts })).toMatchObject({
		suspiciousPhones: [odd, odd],
	});
	for (const operation of ['getContactInfo', 'checkNumber'] as const) {
		expect(read(operation, { chatId: odd })).toMatchObject({ suspiciousPhones: [odd] });
		expect(read(operation, {})).toMatchObject({ suspiciousPhones: [] });
	}
});

it('reads an item again only where its parameters are others', () => {
	const options = { timeout: 1000 };
	expect(read('checkNumber', { options })).toMatchObject({ settings: { timeoutMs: 1000 } });
	expect(read('checkNumber', { options, simplify: false })).toMatchObject({
		settings: { timeoutMs: 1000, simplify: false },
	});
	expect(read('checkNumber', { options })).toMatchObject({ settings: { simplify: true } });
});

it.each<[Parameters<typeof readReceivedCards.hintsOf>[0], string[]]>([
	[{ items: 3, others: 0, own: 0, kept: 0 }, []],
	[
		{ items: 3, others: 1, own: 0, kept: 0 },
		['1 of 3 items held no received contact card and was left out'],
	],
	[
		{ items: 3, others: 2, own: 1, kept: 0 },
		[
			'2 of 3 items held no received contact card and were left out. 1 of them is a card of your own, which Include Own Messages reads too',
		],
	],
	[
		{ items: 3, others: 2, own: 2, kept: 1 },
		[
			'2 of 3 items held no received contact card and 1 of them passed through. 2 of them are cards of your own, which Include Own Messages reads too',
		],
	],
	[
		{ items: 3, others: 2, own: 0, kept: 2 },
		['2 of 3 items held no received contact card and passed through'],
	],
])('of received items %j is said', (counts, said) => {
	expect(readReceivedCards.hintsOf(counts)).toEqual(said);
});

it('warns of many numbers that were checked, from the 501st on', () => {
	const [hint] = checkNumber.hints ?? [];
	expect(hint?.(500, { hasPause: false })).toBeUndefined();
	expect(hint?.(501, { hasPause: false })).toMatch(
		/^501 numbers checked\. WhatsApp can limit or ban/,
	);
});
