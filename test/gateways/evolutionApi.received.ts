/** Evolution API's webhooks with contact cards, of v2 and v1 (docs/providers/evolution-api.md). */
import {
	ana,
	anaVCard,
	joao,
	joaoVCard,
	type ReceivedVector,
	type ReceivedVectors,
	withoutNumber,
} from '../vectors/received';

/** Only ever seen here: no output may hold it. */
const apikey = 'B6D711FCDE4D4FD5936544120E713976';

const key = { remoteJid: '5531998296801@s.whatsapp.net', fromMe: false, id: '3EB0ABCDEF' };
const anaCard = { displayName: 'Ana Silva', vcard: anaVCard };
const joaoCard = { displayName: 'João Souza', vcard: joaoVCard };
const contextInfo = { deviceListMetadataVersion: 2 };

type Made = (message: unknown, data?: object, more?: object) => Readonly<Record<string, unknown>>;

const v2 = (message: unknown, data: object = {}, more: object = {}) => ({
	event: 'messages.upsert',
	instance: 'x',
	data: {
		key,
		pushName: 'Bia',
		status: 'DELIVERY_ACK',
		message,
		messageType: 'contactMessage',
		messageTimestamp: 1717775575,
		instanceId: 'uuid',
		source: 'android',
		...data,
	},
	destination: 'https://n8n.example.com/webhook/cards',
	date_time: '2026-01-01T00:00:00.000Z',
	sender: '5511900000000@s.whatsapp.net',
	server_url: 'https://evolution.example.com',
	apikey,
	...more,
});

const quotedInText = {
	extendedTextMessage: {
		text: 'Thanks',
		contextInfo: { stanzaId: '3EB0', quotedMessage: { contactMessage: anaCard } },
	},
};

const about = {
	instance: 'x',
	messageId: '3EB0ABCDEF',
	chatId: '5531998296801@s.whatsapp.net',
	isGroup: false,
	fromMe: false,
	sender: { phone: '5531998296801', lid: null, name: 'Bia' },
	timestamp: '2024-06-07T15:52:55.000Z',
};
const own = { fromMe: true, sender: { phone: '5511900000000', lid: null, name: 'Bia' } };

type Row = readonly [ReceivedVector, ...ReceivedVector[]];
const rowsOf = (event: Made) => ({
	'several cards': [
		{
			that: 'in one message',
			event: event(
				{
					contactsArrayMessage: {
						displayName: '2 contatos',
						contacts: [anaCard, joaoCard],
						contextInfo,
					},
				},
				{ messageType: 'contactsArrayMessage' },
			),
			cards: [ana, joao],
		},
	] satisfies Row,
	'in a disappearing chat': [
		{
			that: 'one',
			event: event(
				{ ephemeralMessage: { message: { contactMessage: anaCard } } },
				{ messageType: 'ephemeralMessage' },
			),
			cards: [ana],
		},
		{
			that: 'several',
			event: event(
				{ ephemeralMessage: { message: { contactsArrayMessage: { contacts: [joaoCard] } } } },
				{ messageType: 'ephemeralMessage' },
			),
			cards: [joao],
		},
		{
			that: 'wrapped once more, by what is seen once',
			event: event({
				ephemeralMessage: {
					message: { viewOnceMessageV2: { message: { contactMessage: anaCard } } },
				},
			}),
			cards: [ana],
		},
		{
			that: 'a text that quotes a card',
			event: event({ ephemeralMessage: { message: quotedInText } }),
		},
	] satisfies Row,
	'a reply that quotes a card': [
		{ that: 'is a text', event: event(quotedInText, { messageType: 'extendedTextMessage' }) },
		{
			that: 'is a card itself',
			event: event({
				contactMessage: {
					...joaoCard,
					contextInfo: { quotedMessage: { contactMessage: anaCard } },
				},
			}),
			cards: [joao],
		},
	] satisfies Row,
	'of a group': [
		{
			that: 'is of who wrote in it',
			event: event(
				{ contactMessage: anaCard },
				{
					key: {
						...key,
						remoteJid: '120363043968066561@g.us',
						participant: '777@lid',
						participantAlt: '5521998765432@s.whatsapp.net',
					},
				},
			),
			about: {
				chatId: '120363043968066561@g.us',
				isGroup: true,
				sender: { phone: '5521998765432', lid: '777@lid', name: 'Bia' },
			},
			cards: [ana],
		},
	] satisfies Row,
	'by a privacy id': [
		{
			that: 'has no number',
			event: event({ contactMessage: anaCard }, { key: { ...key, remoteJid: '999@lid' } }),
			about: { chatId: '999@lid', sender: { phone: null, lid: '999@lid', name: 'Bia' } },
			cards: [ana],
		},
		{
			that: 'is answered at its number, where the server knows it',
			event: event(
				{ contactMessage: anaCard },
				{
					key: { ...key, remoteJid: '999@lid', remoteJidAlt: '5531998296801@s.whatsapp.net' },
				},
			),
			about: { sender: { phone: '5531998296801', lid: '999@lid', name: 'Bia' } },
			cards: [ana],
		},
	] satisfies Row,
	"one's own": [
		{
			that: 'from the phone is not received',
			event: event({ contactMessage: anaCard }, { key: { ...key, fromMe: true } }),
		},
		{
			that: 'from the API is not received',
			event: event({ contactMessage: anaCard }, {}, { event: 'send.message' }),
		},
		{
			that: 'from the phone, included',
			event: event({ contactMessage: anaCard }, { key: { ...key, fromMe: true } }),
			includeOwn: true,
			about: own,
			cards: [ana],
		},
		{
			that: 'from the API, included',
			event: event({ contactMessage: anaCard }, {}, { event: 'send.message' }),
			includeOwn: true,
			about: own,
			cards: [ana],
		},
	] satisfies Row,
	'no card': [
		{ that: 'a text', event: event({ conversation: 'Hello' }) },
		{
			that: 'a connection',
			event: { event: 'connection.update', instance: 'x', data: { state: 'open' }, apikey },
		},
		{
			that: 'an empty list',
			event: event({ contactsArrayMessage: { contacts: [] } }),
		},
	] satisfies Row,
	unreadable: [
		{
			that: 'a card without a number, beside one that has it',
			event: event({
				contactsArrayMessage: {
					contacts: [{ displayName: 'Boletim', vcard: withoutNumber }, anaCard],
				},
			}),
			cards: [{ refused: /^vCard: card 1 \(Boletim\) has no phone number\. Ask the sender/ }, ana],
		},
		{
			that: 'a text that is no vCard',
			event: event({ contactMessage: { displayName: 'Ana', vcard: 'FN:Ana' } }),
			cards: [{ refused: /^vCard: card 1 "FN:Ana" holds no vCard\. Ask the sender/ }],
		},
	] satisfies Row,
	'of wrong types': [
		{
			that: 'a card that is a text',
			event: event({ contactMessage: 'Ana' }),
			cards: [{ refused: /^vCard: card 1 is empty/ }],
		},
		{
			that: 'cards that are none',
			event: event({ contactsArrayMessage: { contacts: [null, 7, anaCard] } }),
			cards: [{ refused: /^vCard: card 1 is empty/ }, { refused: /^vCard: card 2 is empty/ }, ana],
		},
		{
			that: 'nothing around the card is what it should be',
			event: event(
				{ contactMessage: anaCard },
				{ key: 'key', pushName: {}, messageTimestamp: { low: 'x' } },
				{ instance: ['x'] },
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
		{ that: 'data of nothing', event: event(undefined, { key: null }, { data: null }) },
	] satisfies Row,
});

const one: ReceivedVector = {
	that: 'as the server sends it',
	event: v2({ contactMessage: anaCard, messageContextInfo: contextInfo }),
	cards: [ana],
};

export const receivedV2: ReceivedVectors = {
	proof: (secret) => ({ 'x-webhook-secret': secret }),
	about,
	rows: {
		...rowsOf(v2),
		'one card': [
			one,
			{
				that: 'of a server that keeps its key to itself',
				event: v2({ contactMessage: anaCard }, {}, { apikey: null }),
				cards: [ana],
			},
		],
	},
};

/** v1: `owner` in place of instanceId, the key only where it is exposed, time as it comes. */
const v1: Made = (message, data = {}, more = {}) => {
	const { apikey: _key, data: own, ...event } = v2(message, data);
	const { instanceId: _id, ...rest } = own;
	return { ...event, data: { ...rest, owner: 'x' }, ...more };
};

export const receivedV1: ReceivedVectors = {
	proof: () => ({}),
	about,
	rows: {
		...rowsOf(v1),
		'one card': [
			{ that: 'as the server sends it', event: v1({ contactMessage: anaCard }), cards: [ana] },
			{
				that: 'with its time as text',
				event: v1({ contactMessage: anaCard }, { messageTimestamp: '1717775575' }),
				cards: [ana],
			},
			{
				that: 'with its time in halves',
				event: v1(
					{ contactMessage: anaCard },
					{ messageTimestamp: { low: 1717775575, high: 0, unsigned: true } },
				),
				cards: [ana],
			},
		],
	},
};
