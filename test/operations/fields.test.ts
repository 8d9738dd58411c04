/**
 * What the editor shows for each operation. Names and values are a promise to workflows that exist,
 * so they stand here once more; of words only the form is looked at.
 */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { checkNumber } from '../../nodes/WhatsAppContacts/operations/checkNumber';
import { getContactInfo } from '../../nodes/WhatsAppContacts/operations/getContactInfo';
import { readReceivedCards } from '../../nodes/WhatsAppContacts/operations/readReceivedCards';
import { sendContact } from '../../nodes/WhatsAppContacts/operations/sendContact';
import { chatIdField, simplifyField } from '../../nodes/WhatsAppContacts/operations/sharedFields';
import {
	hiddenForOthers,
	providerOptions,
	shownFor,
} from '../../nodes/WhatsAppContacts/operations/shownWhere';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';

const all = Object.entries(providers) as ReadonlyArray<[string, Provider]>;
const ids = all.map(([id]) => id);
const idsWhere = (has: (provider: Provider) => unknown) =>
	all.flatMap(([id, provider]) => (has(provider) ? [id] : []));

const operations = { sendContact, getContactInfo, checkNumber, readReceivedCards };

/** Fields within a collection or a list of cards, one level down. */
const within = ({ type, options = [] }: INodeProperties) =>
	type === 'collection'
		? (options as INodeProperties[])
		: options.flatMap((option) => ('values' in option ? option.values : []));
const choicesOf = ({ type, options = [] }: INodeProperties) =>
	type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];

const fields = [
	chatIdField,
	simplifyField,
	...Object.values(operations).flatMap((one) => one.fields),
]
	.flatMap((field) => [field, ...within(field)])
	.map((field) => [`${field.name} of type ${field.type}`, field] as const);

/** A name, its type, and the values that may be chosen. */
function promised(given: readonly INodeProperties[]): unknown[] {
	return given
		.filter(({ type }) => type !== 'notice')
		.map((field) => {
			const inner = promised(within(field));
			const choices = field.name === 'defaultCountry' ? [] : choicesOf(field);
			const values = choices.map(({ value }) => value).join(' ');
			const own = `${field.name}: ${field.type}${values && ` of ${values}`}`;
			return inner.length > 0 ? [own, ...inner] : own;
		});
}

const shared = {
	concurrency: ['concurrency: number', 'concurrency: number'],
	country: 'defaultCountry: options',
	last: ['maxRetries: number', 'timeout: number'],
};

it.each([
	[
		'sendContact',
		[
			'specifyContacts: options of fields json vCard file',
			[
				'contacts: fixedCollection',
				...['phone', 'firstName', 'middleName', 'lastName', 'company', 'email', 'url'].map(
					(name) => `${name}: string`,
				),
				...['businessDescription: string', 'whatsAppId: string'],
			],
			...['contactsJson: json', 'vCard: string', 'binaryPropertyName: string'],
			[
				'options: collection',
				...shared.concurrency,
				shared.country,
				...['delaySeconds: number', 'delaySeconds: number', 'maxRetries: number'],
				'onUnknownDelivery: options of report resend',
				'pauseSeconds: number',
				'presence: options of available composing paused recording unavailable',
				...['quotedMessageId: string', 'skipInvalidCards: boolean', 'timeout: number'],
			],
		],
	],
	[
		'getContactInfo',
		[
			[
				'options: collection',
				...shared.concurrency,
				shared.country,
				'extraDetails: multiOptions of businessProfile registration',
				...shared.last,
			],
		],
	],
	['checkNumber', [['options: collection', ...shared.concurrency, shared.country, ...shared.last]]],
	['readReceivedCards', [['options: collection', 'includeOwn: boolean', 'keepOthers: boolean']]],
] as const)('%s keeps the names of its parameters', (operation, names) => {
	expect(promised(operations[operation].fields)).toEqual(names);
});

describe.each(fields)('the field %s', (_name, field) => {
	const { type, displayName, description = '', placeholder, options } = field;

	it('says what it is', () => {
		if (type === 'notice') {
			expect(displayName).toMatch(/^[A-Z].{40,}/);
			expect(field.default).toBe('');
			return;
		}
		expect(displayName).toMatch(/^(?:[A-Z]\w|vCard\b)[\w ()]*$/);
		if (type !== 'collection') expect(description).toMatch(/^[A-Z].{10,}/);
		if (type === 'boolean') expect(description).toMatch(/^Whether /);
		if (['collection', 'fixedCollection'].includes(type)) expect(placeholder).toMatch(/^Add \w+/);
		if (['string', 'json'].includes(type)) expect(placeholder).toMatch(/^e\.g\. \S/);
		if (field.hint !== undefined) expect(field.hint).toMatch(/^[A-Z].{10,}/);
		for (const choice of choicesOf(field)) {
			expect(choice.name).toMatch(/^\p{L}.{2,}/u);
			if (choice.description !== undefined) expect(choice.description).toMatch(/^[A-Z].{10,}/);
		}
		for (const mode of field.modes ?? []) {
			expect(mode.displayName).toMatch(/^(?:From|By) \w+/);
			expect(mode.placeholder).toMatch(/^(?:e\.g\.|Choose) \S/);
			if (mode.hint !== undefined) expect(mode.hint).toMatch(/^[A-Z].{10,}/);
			const slow = mode.typeOptions?.slowLoadNotice;
			if (slow) expect(slow).toEqual({ message: expect.stringMatching(/^With /), timeout: 8000 });
		}
	});

	it('begins with a value that it may have', () => {
		const { minValue = 0, maxValue = 0 } = field.typeOptions ?? {};
		const value = field.default;
		if (type === 'string') expect(value).toBe(field.name === 'binaryPropertyName' ? 'data' : '');
		if (type === 'boolean') expect(value).toBe(field.name === 'simplify');
		if (type === 'options') expect(choicesOf(field).map((each) => each.value)).toContain(value);
		if (type === 'multiOptions') expect(value).toEqual([]);
		if (type === 'collection') expect(value).toEqual({});
		if (type === 'number') {
			expect(minValue).toBeLessThan(maxValue);
			expect(value).toBeGreaterThanOrEqual(minValue);
			expect(value).toBeLessThanOrEqual(maxValue);
		}
		if (type === 'fixedCollection') {
			expect(options).toMatchObject([{ name: 'contact', displayName: 'Contact' }]);
			expect(value).toEqual({ contact: [{ phone: '' }] });
			expect(field.typeOptions).toEqual({
				multipleValues: true,
				multipleValueButtonText: 'Add Contact',
			});
		}
	});

	it('is required exactly where there is no doing without', () => {
		const needed = ['phone', 'binaryPropertyName', 'chatId'];
		expect(field.required ?? false).toBe(needed.includes(field.name));
	});
});

/** The providers that a field of Send Contact, an option or a part of a card, is shown for. */
const shownOf = (name: string, from: readonly INodeProperties[]) =>
	from
		.flatMap((field) => within(field))
		.filter((field) => field.name === name)
		.map(({ displayOptions }): unknown => displayOptions?.show?.['/provider'] ?? ids);

it.each<[string, ...Array<(provider: Provider) => unknown>]>([
	['phone', () => true],
	['firstName', () => true],
	['company', ({ carries }) => carries.company],
	['email', ({ carries }) => carries.email],
	['url', ({ carries }) => carries.url],
	['businessDescription', ({ carries }) => carries.businessDescription],
	['whatsAppId', ({ carries }) => carries.whatsAppId],
	[
		'delaySeconds',
		({ delaySeconds }) => delaySeconds?.holds === 'theNextMessage',
		({ delaySeconds }) => delaySeconds?.holds === 'thisCard',
	],
	['presence', ({ presence }) => presence],
	['quotedMessageId', ({ quotes }) => quotes],
	['timeout', () => true],
	[
		'concurrency',
		({ delivers }) => delivers === 'queues',
		({ delivers }) => delivers === 'sendsItself',
	],
])('%s is shown for the gateways that have it', (name, ...has) => {
	expect(shownOf(name, sendContact.fields)).toEqual(has.map((each) => idsWhere(each)));
});

it('shows one place for the cards, and skips none that were typed into the form', () => {
	const sources = ['fields', 'json', 'vCard', 'file'];
	expect(
		sendContact.fields
			.filter(({ displayOptions }) => displayOptions?.show?.specifyContacts)
			.map(({ name, displayOptions }) => [name, displayOptions?.show?.specifyContacts]),
	).toEqual(
		['contacts', 'contactsJson', 'vCard', 'binaryPropertyName'].map((name, at) => [
			name,
			[sources[at]],
		]),
	);
	const skip = sendContact.fields.flatMap(within).find(({ name }) => name === 'skipInvalidCards');
	expect(skip?.displayOptions).toEqual({ hide: { '/specifyContacts': ['fields'] } });
});

it('offers a business profile, and extra details, only where they are looked up', () => {
	const extra = getContactInfo.fields.flatMap(within).find(({ name }) => name === 'extraDetails');
	expect(extra?.displayOptions).toEqual({ show: { '/simplify': [true] } });
	expect((extra?.options as INodePropertyOptions[])[0]?.displayOptions).toEqual({
		show: { '/provider': idsWhere(({ lookUps }) => lookUps.businessProfile) },
	});
});

it('hides what asks a gateway from the operation that asks none', () => {
	for (const field of [chatIdField, simplifyField]) {
		expect(field.displayOptions).toEqual({ hide: { operation: ['readReceivedCards'] } });
	}
	for (const [id, { credentialName }] of all) {
		expect(hiddenForOthers(credentialName)).toEqual({
			hide: { provider: ids.filter((other) => other !== id), operation: ['readReceivedCards'] },
		});
	}
});

it('offers a list of chats, a number or an id, and an answer as it is', () => {
	expect(simplifyField.type).toBe('boolean');
	expect(chatIdField).toMatchObject({
		type: 'resourceLocator',
		default: { mode: 'phone', value: '' },
		modes: [
			{
				name: 'list',
				type: 'list',
				typeOptions: {
					searchListMethod: 'getChats',
					searchable: true,
					skipCredentialsCheckInRLC: true,
				},
			},
			{ name: 'phone', type: 'string' },
		],
	});
});

it("says a gateway's notice above what it is about", () => {
	for (const operation of ['sendContact', 'getContactInfo', 'checkNumber'] as const) {
		const shown = operations[operation].fields
			.filter(({ type }) => type === 'notice')
			.map(({ displayName, name, displayOptions }) => [displayName, name, displayOptions]);
		expect(shown).toEqual(
			all.flatMap(([id, { notices }]) =>
				notices[operation] === undefined
					? []
					: [[notices[operation], `${id}Notice`, { show: { provider: [id] } }]],
			),
		);
	}
	expect(readReceivedCards.fields[0]?.name).toBe('readReceivedCardsNotice');
});

it('shows fields for one operation, beside what else they ask', () => {
	const field = simplifyField;
	expect(shownFor('checkNumber', [{ ...field, displayOptions: { show: { a: ['b'] } } }])).toEqual([
		{ ...field, displayOptions: { show: { operation: ['checkNumber'], a: ['b'] } } },
	]);
	expect(shownFor('checkNumber', [field])[0]?.displayOptions).toEqual({
		hide: { operation: ['readReceivedCards'] },
		show: { operation: ['checkNumber'] },
	});
});

it('lists gateways and countries by the names that people look for', () => {
	const names = providerOptions.map(({ name }) => name);
	expect(names).toEqual(
		all.map(([, { displayName }]) => displayName).sort((a, b) => a.localeCompare(b)),
	);
	expect(providerOptions.map(({ value }) => value).sort()).toEqual([...ids].sort());
	const country = checkNumber.fields.flatMap(within).find(({ name }) => name === 'defaultCountry');
	const choices = country ? choicesOf(country) : [];
	expect(choices).toContainEqual({ name: 'Brazil', value: 'BR' });
	expect(choices.map(({ name }) => name)).toEqual(
		choices.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')),
	);
});
