/** WAHA's webhooks with contact cards (docs/providers/waha.md). */
import { createHmac } from 'node:crypto';
import {
	ana,
	anaVCard,
	contactOf,
	joao,
	joaoVCard,
	type ReceivedVectors,
	withoutNumber,
} from '../vectors/received';

const docVCard =
	'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\n' +
	'TEL;type=CELL;waid=5511987654321:+55 11 98765-4321\nEND:VCARD';

const event = (payload: object, more: object = {}) => ({
	id: 'evt_01jnb0c0ze2xmye5ht9yra5q1f',
	timestamp: 1741249702485,
	event: 'message',
	session: 'default',
	metadata: {},
	me: { id: '79222222222@c.us', pushName: 'WAHA', lid: '123@lid' },
	payload: {
		id: 'false_11111111111@c.us_AAAAAAAAAAAAAAAAAAAA',
		timestamp: 1666943582,
		from: '11111111111@c.us',
		fromMe: false,
		source: 'app',
		to: '79222222222@c.us',
		participant: null,
		body: null,
		hasMedia: false,
		media: null,
		ack: 1,
		ackName: 'SERVER',
		location: null,
		vCards: null,
		replyTo: null,
		_data: {},
		...payload,
	},
	engine: 'GOWS',
	environment: { version: '2026.2.1', engine: 'GOWS', tier: 'CORE', browser: null },
	...more,
});
const anaCard = { displayName: 'Ana Silva', vcard: anaVCard };
const own = {
	fromMe: true,
	id: 'true_11111111111@c.us_AAAAAAAAAAAAAAAAAAAA',
	vCards: [anaVCard],
};
const ownAbout = {
	messageId: own.id,
	fromMe: true,
	sender: { phone: '79222222222', lid: '123@lid', name: 'WAHA' },
};

export const received: ReceivedVectors = {
	proof: (secret, body) => ({
		'x-webhook-hmac': createHmac('sha512', secret).update(body).digest('hex'),
		'x-webhook-hmac-algorithm': 'sha512',
	}),
	about: {
		instance: 'default',
		messageId: 'false_11111111111@c.us_AAAAAAAAAAAAAAAAAAAA',
		chatId: '11111111111@c.us',
		isGroup: false,
		fromMe: false,
		sender: { phone: '11111111111', lid: null, name: null },
		timestamp: '2022-10-28T07:53:02.000Z',
	},
	rows: {
		'one card': [
			{
				that: 'of GOWS',
				event: event({ vCards: [docVCard] }),
				cards: [
					{
						contact: contactOf({
							fullName: 'Ana Silva',
							phone: '5511987654321',
							whatsAppId: '5511987654321',
						}),
						vCard: docVCard,
					},
				],
			},
			{
				that: "with the sender's name in the words of GOWS",
				event: event({ vCards: [anaVCard], _data: { Info: { PushName: 'Bia' } } }),
				about: { sender: { phone: '11111111111', lid: null, name: 'Bia' } },
				cards: [ana],
			},
			{
				that: "with the sender's name in the words of WEBJS",
				event: event({ vCards: [anaVCard], _data: { notifyName: 'Bia', type: 'vcard' } }),
				about: { sender: { phone: '11111111111', lid: null, name: 'Bia' } },
				cards: [ana],
			},
			{
				that: 'named as WhatsApp shows it, which only the engine says',
				event: event({
					vCards: ['BEGIN:VCARD\nTEL:+5511987654321\nEND:VCARD'],
					_data: { message: { contactMessage: { displayName: 'Ana', vcard: 'other' } } },
				}),
				cards: [
					{
						contact: contactOf({ fullName: 'Ana', phone: '5511987654321' }),
						vCard: 'BEGIN:VCARD\nTEL:+5511987654321\nEND:VCARD',
					},
				],
			},
			{
				that: 'of NOWEB before 2025.11.2, which has no vCards',
				event: event({
					vCards: undefined,
					_data: { pushName: 'Bia', message: { contactMessage: anaCard } },
				}),
				about: { sender: { phone: '11111111111', lid: null, name: 'Bia' } },
				cards: [ana],
			},
		],
		'several cards': [
			{
				that: 'in one message',
				event: event({ vCards: [anaVCard, joaoVCard] }),
				cards: [ana, joao],
			},
			{
				that: 'two in one text, each with its own part of it',
				event: event({ vCards: [`${docVCard}\n${docVCard}`] }),
				cards: [1, 2].map(() => ({
					contact: contactOf({
						fullName: 'Ana Silva',
						phone: '5511987654321',
						whatsAppId: '5511987654321',
					}),
					vCard: docVCard,
				})),
			},
		],
		'in a disappearing chat': [
			{
				that: 'of NOWEB, whose vCards are null then',
				event: event({
					_data: { message: { ephemeralMessage: { message: { contactMessage: anaCard } } } },
				}),
				cards: [ana],
			},
			{
				that: 'of an older GOWS',
				event: event({
					_data: { Message: { ephemeralMessage: { message: { contactMessage: anaCard } } } },
				}),
				cards: [ana],
			},
		],
		'a reply that quotes a card': [
			{
				that: 'is a text',
				event: event({
					body: 'Thanks',
					vCards: [],
					replyTo: { id: 'AAAA', body: null, _data: { contactMessage: anaCard } },
					_data: {
						message: {
							extendedTextMessage: {
								text: 'Thanks',
								contextInfo: { quotedMessage: { contactMessage: anaCard } },
							},
						},
					},
				}),
			},
		],
		'of a group': [
			{
				that: 'is of who wrote in it',
				event: event({
					vCards: [anaVCard],
					from: '120363043968066561@g.us',
					participant: '5531998296801@c.us',
				}),
				about: {
					chatId: '120363043968066561@g.us',
					isGroup: true,
					sender: { phone: '5531998296801', lid: null, name: null },
				},
				cards: [ana],
			},
		],
		'by a privacy id': [
			{
				that: 'has no number',
				event: event({ vCards: [anaVCard], from: '999@lid' }),
				about: { chatId: '999@lid', sender: { phone: null, lid: '999@lid', name: null } },
				cards: [ana],
			},
			{
				that: 'has one where NOWEB knows it',
				event: event({
					vCards: [anaVCard],
					from: '999@lid',
					_data: { key: { remoteJidAlt: '5531998296801@s.whatsapp.net' } },
				}),
				about: {
					chatId: '999@lid',
					sender: { phone: '5531998296801', lid: '999@lid', name: null },
				},
				cards: [ana],
			},
		],
		"one's own": [
			{ that: 'is not received', event: event(own, { event: 'message.any' }) },
			{
				that: 'included, is of the account, in the chat that its id names',
				event: event({ ...own, from: '79222222222@c.us' }, { event: 'message.any' }),
				includeOwn: true,
				about: ownAbout,
				cards: [ana],
			},
			{
				that: 'included, with an id that names no chat',
				event: event(
					{ ...own, id: 'AAAA', from: '79222222222@c.us', to: '11111111111@c.us' },
					{ event: 'message.any' },
				),
				includeOwn: true,
				about: { ...ownAbout, messageId: 'AAAA' },
				cards: [ana],
			},
		],
		'no card': [
			{ that: 'a text', event: event({ body: 'Hello' }) },
			{ that: 'a text of WEBJS, whose list is empty', event: event({ body: 'Hi', vCards: [] }) },
			{
				that: 'a status of the session',
				event: event({ status: 'WORKING' }, { event: 'session.status' }),
			},
		],
		unreadable: [
			{
				that: 'a card without a number, beside one that has it',
				event: event({ vCards: [withoutNumber, anaVCard] }),
				cards: [
					{ refused: /^vCard: card 1 \(Boletim\) has no phone number\. Ask the sender/ },
					ana,
				],
			},
		],
		'of wrong types': [
			{
				that: 'cards that are no texts',
				event: event({ vCards: [null, 7, { a: 1 }, anaVCard] }),
				cards: [
					{ refused: /^vCard: card 1 is empty/ },
					{ refused: /^vCard: card 2 is no text/ },
					{ refused: /^vCard: card 3 is no text/ },
					ana,
				],
			},
			{
				that: 'nothing around the card is what it should be',
				event: event(
					{ vCards: [anaVCard], id: [], timestamp: -1, from: true, _data: 'data' },
					{ session: null, me: 'me' },
				),
				about: {
					instance: null,
					messageId: null,
					chatId: null,
					sender: { phone: null, lid: null, name: null },
					timestamp: null,
				},
				cards: [ana],
			},
			{ that: 'a payload that is a list', event: event({}, { payload: [anaVCard] }) },
		],
	},
};
