/** GREEN-API's webhooks with contact cards (docs/providers/green-api.md). */
import {
	ana,
	anaVCard,
	contactOf,
	joao,
	joaoVCard,
	type ReceivedVectors,
	withoutNumber,
} from '../vectors/received';

const victorVCard =
	'BEGIN:VCARD\nVERSION:3.0\nN:Andreevich;Victor;;;\nFN:Victor Andreevich\nORG:Image\nTITLE:\n' +
	'item1.TEL;waid=79001234569:+7 900 123-45-69\nitem1.X-ABLabel:Ячейка\nEND:VCARD';

const base = {
	typeWebhook: 'incomingMessageReceived',
	instanceData: { idInstance: 1101000001, wid: '79876543210@c.us', typeInstance: 'whatsapp' },
	timestamp: 1705521510,
	idMessage: '3549C66825E67A2B3975C990BD85CB03',
	senderData: {
		chatId: '71234567890@c.us',
		sender: '71234567890@c.us',
		chatName: 'Victor',
		senderName: 'Victor',
		senderContactName: '',
	},
};

const one = (contactMessageData: unknown, more: object = {}) => ({
	...base,
	messageData: { typeMessage: 'contactMessage', contactMessageData },
	...more,
});
const many = (contacts: unknown) => ({
	...base,
	messageData: {
		typeMessage: 'contactsArrayMessage',
		messageData: { contacts, forwardingScore: 0, isForwarded: false },
	},
});
const anaCard = { displayName: 'Ana Silva', vcard: anaVCard };
const joaoCard = { displayName: 'João Souza', vcard: joaoVCard };

export const received: ReceivedVectors = {
	proof: (secret) => ({ authorization: `Bearer ${secret}` }),
	about: {
		instance: '1101000001',
		messageId: '3549C66825E67A2B3975C990BD85CB03',
		chatId: '71234567890@c.us',
		isGroup: false,
		fromMe: false,
		sender: { phone: '71234567890', lid: null, name: 'Victor' },
		timestamp: '2024-01-17T19:58:30.000Z',
	},
	rows: {
		'one card': [
			{
				that: "the sample of the vendor's page",
				event: one({
					displayName: 'Victor Andreevich',
					vcard: victorVCard,
					forwardingScore: 0,
					isForwarded: false,
				}),
				cards: [
					{
						contact: contactOf({
							fullName: 'Victor Andreevich',
							firstName: 'Victor',
							lastName: 'Andreevich',
							company: 'Image',
							phone: '79001234569',
							whatsAppId: '79001234569',
						}),
						vCard: victorVCard,
					},
				],
			},
			{
				that: 'sent as a reply to a card',
				event: {
					...base,
					messageData: {
						typeMessage: 'contactMessage',
						contactMessageData: anaCard,
						quotedMessage: {
							stanzaId: '3EB0',
							participant: '79876543210@c.us',
							typeMessage: 'contactMessage',
							contact: joaoCard,
						},
					},
				},
				cards: [ana],
			},
		],
		'several cards': [
			{
				that: 'in the messageData inside messageData',
				event: many([anaCard, joaoCard]),
				cards: [ana, joao],
			},
			{
				that: "a level up, as the page's table has it",
				event: {
					...base,
					messageData: { typeMessage: 'contactsArrayMessage', contacts: [anaCard, joaoCard] },
				},
				cards: [ana, joao],
			},
			{ that: 'the same twice', event: many([anaCard, anaCard]), cards: [ana, ana] },
		],
		'in a disappearing chat': 'not known to differ',
		'a reply that quotes a card': [
			{
				that: 'is a text',
				event: {
					...base,
					messageData: {
						typeMessage: 'quotedMessage',
						extendedTextMessageData: { text: 'Thanks', stanzaId: '3EB0' },
						quotedMessage: {
							stanzaId: '3EB0',
							participant: '79876543210@c.us',
							typeMessage: 'contactMessage',
							contact: anaCard,
						},
					},
				},
			},
			{
				that: 'quotes several',
				event: {
					...base,
					messageData: {
						typeMessage: 'quotedMessage',
						extendedTextMessageData: { text: 'Thanks' },
						quotedMessage: { typeMessage: 'contactsArrayMessage', contacts: [anaCard] },
					},
				},
			},
		],
		'of a group': [
			{
				that: 'is of who wrote in it',
				event: one(anaCard, {
					senderData: {
						...base.senderData,
						chatId: '120363043968066561@g.us',
						chatName: 'Bicycles',
					},
				}),
				about: { chatId: '120363043968066561@g.us', isGroup: true },
				cards: [ana],
			},
		],
		'by a privacy id': [
			{
				that: 'has no number',
				event: one(anaCard, {
					senderData: { chatId: '99887766554433@lid', sender: '99887766554433@lid' },
				}),
				about: {
					chatId: '99887766554433@lid',
					sender: { phone: null, lid: '99887766554433@lid', name: null },
				},
				cards: [ana],
			},
		],
		"one's own": [
			{
				that: 'is not received',
				event: one(anaCard, { typeWebhook: 'outgoingMessageReceived' }),
			},
			{
				that: 'from the phone, included',
				event: one(anaCard, { typeWebhook: 'outgoingMessageReceived' }),
				includeOwn: true,
				about: { fromMe: true },
				cards: [ana],
			},
			{
				that: 'from the API, included',
				event: one(anaCard, { typeWebhook: 'outgoingAPIMessageReceived' }),
				includeOwn: true,
				about: { fromMe: true },
				cards: [ana],
			},
		],
		'no card': [
			{
				that: 'a text',
				event: {
					...base,
					messageData: { typeMessage: 'textMessage', textMessageData: { textMessage: 'Hello' } },
				},
			},
			{
				that: 'a change of state',
				event: { typeWebhook: 'stateInstanceChanged', stateInstance: 'authorized' },
			},
			{ that: 'a list without cards', event: many([]) },
		],
		unreadable: [
			{
				that: 'a card without a number, beside one that has it',
				event: many([{ displayName: 'Boletim', vcard: withoutNumber }, anaCard]),
				cards: [
					{ refused: /^vCard: card 1 \(Boletim\) has no phone number\. Ask the sender/ },
					ana,
				],
			},
			{
				that: 'a national number, which nobody can place',
				event: one({
					displayName: 'Ana',
					vcard: 'BEGIN:VCARD\nFN:Ana\nTEL:011 98765-4321\nEND:VCARD',
				}),
				cards: [
					{ refused: /^vCard: card 1 \(Ana\): "011 98765-4321" begins with 0\. Ask the sender/ },
				],
			},
			{
				that: 'no vCard',
				event: one({ displayName: 'Ana' }),
				cards: [{ refused: /^vCard: card 1 is empty\. Ask the sender/ }],
			},
		],
		'of wrong types': [
			{
				that: 'a card that is a number',
				event: one(5),
				cards: [{ refused: /^vCard: card 1 is empty/ }],
			},
			{
				that: 'cards that are a text',
				event: many('BEGIN:VCARD'),
				cards: [{ refused: /^vCard: card 1 is empty/ }],
			},
			{
				that: 'nothing around the card is what it should be',
				event: one(
					{ displayName: ['Ana'], vcard: anaVCard },
					{
						instanceData: [],
						timestamp: 'yesterday',
						idMessage: { $gt: '' },
						senderData: { chatId: 7.5, sender: null, senderName: 9, senderContactName: 'Ana S.' },
					},
				),
				about: {
					instance: null,
					messageId: null,
					chatId: null,
					sender: { phone: null, lid: null, name: 'Ana S.' },
					timestamp: null,
				},
				cards: [ana],
			},
			{
				that: 'no data at all',
				event: { ...base, messageData: null },
			},
		],
	},
};
