/** The webhooks of PlugzAPI and Z-API with contact cards (docs/providers/plugzapi.md). */
import {
	ana,
	anaVCard,
	contactOf,
	joao,
	joaoVCard,
	type ReceivedVectors,
	withoutNumber,
} from '../vectors/received';

const cesarVCard =
	'BEGIN:VCARD\nVERSION:3.0\nN:;nome;;;\nFN:nome\n' +
	'TEL;type=CELL;type=VOICE;waid=5544999999999:+55 44 9999-9999\nEND:VCARD';

const base = {
	isStatusReply: false,
	chatLid: '999999999999999@lid',
	connectedPhone: '554499999999',
	waitingMessage: false,
	isEdit: false,
	isGroup: false,
	isNewsletter: false,
	instanceId: 'A20DA9C0183A2D35A260F53F5D2B9244',
	messageId: '3EB0C767D097B7C7C030',
	phone: '5544999999999',
	fromMe: false,
	momment: 1632228638000,
	status: 'RECEIVED',
	chatName: 'name',
	senderPhoto: 'https://',
	senderName: 'name',
	senderLid: '999@lid',
	participantPhone: null,
	participantLid: null,
	photo: 'https://',
	broadcast: false,
	type: 'ReceivedCallback',
};

const anaCard = { displayName: 'Ana Silva', vCard: anaVCard, phones: ['5511987654321'] };
const joaoCard = { displayName: 'João Souza', vCard: joaoVCard, phones: ['5521998765432'] };
const one = (contact: unknown, more: object = {}) => ({ ...base, contact, ...more });

export const received: ReceivedVectors = {
	proof: () => ({}),
	about: {
		instance: 'A20DA9C0183A2D35A260F53F5D2B9244',
		messageId: '3EB0C767D097B7C7C030',
		chatId: '5544999999999',
		isGroup: false,
		fromMe: false,
		sender: { phone: '5544999999999', lid: '999@lid', name: 'name' },
		timestamp: '2021-09-21T12:50:38.000Z',
	},
	rows: {
		'one card': [
			{
				that: "the sample of the vendor's page, whose number lacks the digit that its id has",
				event: one({
					displayName: 'Cesar Baleco',
					vCard: cesarVCard,
					phones: ['5544999999999'],
				}),
				cards: [
					{
						contact: contactOf({
							fullName: 'nome',
							firstName: 'nome',
							phone: '554499999999',
							whatsAppId: '5544999999999',
						}),
						vCard: cesarVCard,
					},
				],
			},
			{
				that: "with the type as the page's table writes it",
				event: one(anaCard, { type: 'ReceivedCallBack' }),
				cards: [ana],
			},
			{
				that: 'named as WhatsApp shows it, where the vCard names nobody',
				event: one({ displayName: 'Ana', vCard: 'BEGIN:VCARD\nTEL:+5511987654321\nEND:VCARD' }),
				cards: [
					{
						contact: contactOf({ fullName: 'Ana', phone: '5511987654321' }),
						vCard: 'BEGIN:VCARD\nTEL:+5511987654321\nEND:VCARD',
					},
				],
			},
			{
				that: 'without a vCard, by the numbers beside it',
				event: one({ displayName: 'Ana', phones: ['5511987654321', '5521998765432'] }),
				cards: [
					{
						contact: contactOf({
							fullName: 'Ana',
							phone: '5511987654321',
							phones: ['5511987654321', '5521998765432'],
						}),
						vCard: null,
					},
				],
			},
		],
		'several cards': [
			{ that: 'as a list', event: one([anaCard, joaoCard]), cards: [ana, joao] },
			{
				that: 'under contacts',
				event: { ...base, contacts: [anaCard, joaoCard] },
				cards: [ana, joao],
			},
		],
		'in a disappearing chat': [
			{
				that: 'only the time differs',
				event: one(anaCard, { messageExpirationSeconds: 604800 }),
				cards: [ana],
			},
		],
		'a reply that quotes a card': [
			{
				that: 'names only its id',
				event: { ...base, referenceMessageId: '3EB0', text: { message: 'Thanks' } },
			},
		],
		'of a group': [
			{
				that: 'is of who wrote in it',
				event: one(anaCard, {
					isGroup: true,
					phone: '120363043968066561-group',
					chatName: 'Bicycles',
					participantPhone: '5531998296801',
					participantLid: '777@lid',
				}),
				about: {
					chatId: '120363043968066561-group',
					isGroup: true,
					sender: { phone: '5531998296801', lid: '777@lid', name: 'name' },
				},
				cards: [ana],
			},
		],
		'by a privacy id': [
			{
				that: 'has no number',
				event: one(anaCard, { phone: '999@lid', chatLid: '999@lid', senderName: null }),
				about: {
					chatId: '999@lid',
					sender: { phone: null, lid: '999@lid', name: 'name' },
				},
				cards: [ana],
			},
		],
		"one's own": [
			{ that: 'is not received', event: one(anaCard, { fromMe: true }) },
			{
				that: 'included, is of the connected phone',
				event: one(anaCard, { fromMe: true }),
				includeOwn: true,
				about: { fromMe: true, sender: { phone: '554499999999', lid: null, name: 'name' } },
				cards: [ana],
			},
		],
		'no card': [
			{ that: 'a text', event: { ...base, text: { message: 'Hello' } } },
			{ that: 'a contact of null', event: one(null) },
			{
				that: 'a status',
				event: { type: 'MessageStatusCallback', status: 'READ', instanceId: base.instanceId },
			},
			{ that: 'a list without cards', event: one([]) },
		],
		unreadable: [
			{
				that: 'a card without a number',
				event: one({ displayName: 'Boletim', vCard: withoutNumber, phones: [] }),
				cards: [{ refused: /^vCard: card 1 \(Boletim\) has no phone number\. Ask the sender/ }],
			},
			{
				that: 'numbers that are none',
				event: one({ displayName: 'Ana', phones: ['4004'] }),
				cards: [{ refused: /^vCard: card 1 "4004" has 4 digits/ }],
			},
			{
				that: 'a number and no name',
				event: one({ phones: ['5511987654321'] }),
				cards: [{ refused: /^vCard: card 1 has no name\. Ask the sender/ }],
			},
		],
		'of wrong types': [
			{
				that: 'a card that is a yes',
				event: one(true),
				cards: [{ refused: /^vCard: card 1 is empty/ }],
			},
			{
				that: 'nothing around the card is what it should be',
				event: {
					type: 'ReceivedCallback',
					contact: anaCard,
					phone: { a: 1 },
					fromMe: 'yes',
					isGroup: 'no',
					momment: {},
					senderName: '\u200b',
				},
				about: {
					instance: null,
					messageId: null,
					chatId: null,
					sender: { phone: null, lid: null, name: null },
					timestamp: null,
				},
				cards: [ana],
			},
			{ that: 'a type that is a list', event: one(anaCard, { type: ['ReceivedCallback'] }) },
		],
	},
};
