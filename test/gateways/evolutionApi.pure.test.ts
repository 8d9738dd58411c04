// The vectors as pure functions, for quick verdicts, and the marks by which its answers are told apart.
import {
	isSameAccount,
	mayBeDenied,
	wouldReachAnother,
} from '../../nodes/WhatsAppContacts/providers/evolutionApi/extraDigit';
import { refusalOfChat } from '../../nodes/WhatsAppContacts/providers/evolutionApi/chatRefusal';
import {
	mayBeOne,
	numbersReader,
} from '../../nodes/WhatsAppContacts/providers/evolutionApi/numbersAnswer';
import { refusal } from '../../nodes/WhatsAppContacts/providers/evolutionApi/refusal';
import { evolutionApi as provider } from '../../nodes/WhatsAppContacts/providers/evolutionApi';
import { toEvolutionCard } from '../../nodes/WhatsAppContacts/providers/evolutionApi/card';
import { received } from '../../nodes/WhatsAppContacts/providers/evolutionApi/received';
import { describePure } from './describePure';
import { evolutionApi } from './evolutionApi.vectors';

describePure(evolutionApi);

const answered = (status: number, body: unknown) => ({
	...{ status, body, headers: {}, oversized: false },
	text: JSON.stringify(body),
});
const envelope = (status: number, message: unknown) => answered(status, { response: { message } });
const broken = "Cannot read properties of undefined (reading 'id')";

it.each([
	['5511987654321', '551187654321', true],
	['551187654321', '5511987654321', true],
	['5215512345678', '525512345678', true],
	['5225512345678', '525512345678', false],
	['5491112345678', '541112345678', true],
	['5481112345678', '541112345678', false],
	['5511887654321', '551187654321', false],
	['4911987654321', '491187654321', false],
	['55119876543210', '5511876543210', false],
])('%s and %s can be one account: %j', (one, other, can) => {
	expect(isSameAccount(one, other)).toBe(can);
});

it.each([
	['5511', true],
	['5211', true],
	['5411', true],
	['5311', false],
	['4955', false],
])('a "no" about %s may be wrong: %j', (digits, may) => {
	expect(mayBeDenied(digits)).toBe(may);
});

it.each([
	['5231234567890', true],
	['5221234567890', true],
	['5421234567890', true],
	['5211234567890', false],
	['5491234567890', false],
	['522123456789', false],
	['52212345678901', false],
	['5531887654321', true],
	['5541887654321', true],
	['5599887654321', true],
	['5530887654321', false],
	['5529887654321', false],
	['5531867654321', false],
	['5531987654321', false],
	['15531887654321', false],
	['55318876543210', false],
])('a card to %s would reach another: %j', (digits, would) => {
	expect(wouldReachAnother(digits)).toBe(would);
});

it.each([
	['oldGroup', envelope(400, '[object Object]'), /not a member of this group/],
	['newGroup', envelope(400, ['[object Object]']), /not a member of this group/],
	['newGroup', envelope(400, ['[object Object]', 'x']), undefined],
	['newGroup', envelope(400, broken), undefined],
	['newGroup', envelope(500, broken), /not a member of this group/],
	['newGroup', envelope(500, 'oops'), undefined],
	['newGroup', envelope(500, '[object Object]'), undefined],
	['newGroup', envelope(502, broken), undefined],
	['lid', envelope(500, broken), undefined],
	['lid', envelope(400, [{ exists: false }]), /knows no privacy ids/],
	['lid', envelope(400, [{ exists: true }]), undefined],
	['newGroup', envelope(400, [{ exists: false }]), undefined],
] as const)('in a chat of the kind %s, %j means what it says, or: %s', (kind, answer, said) => {
	const found = refusalOfChat(answer, { kind, id: '1' });
	if (said === undefined) expect(found).toBeUndefined();
	else expect(found?.message).toMatch(said);
});

it.each<[unknown, string]>([
	[{ fbtrace_id: 'A' }, 'rejected'],
	[{ error_data: {} }, 'rejected'],
	[{ code: 1, type: 'OAuthException' }, 'rejected'],
	[{ code: 1 }, 'unexpectedResponse'],
	[{ type: 'OAuthException' }, 'unexpectedResponse'],
	[{ code: '1', type: 'OAuthException' }, 'unexpectedResponse'],
	[{ key: {}, fbtrace_id: 'A' }, 'unexpectedResponse'],
])('a 201 with %j is %s', (body, happening) => {
	for (const status of [200, 201, 299]) {
		expect(refusal(answered(status, body))).toHaveProperty('happening', happening);
	}
	expect(refusal(answered(300, body))).toHaveProperty('happening', 'rejected');
});

it('an error of Meta’s is told by its text alone, cut', () => {
	const said = (message: unknown) => refusal(answered(201, { fbtrace_id: 'A', message })).message;
	expect(said('x'.repeat(400))).toMatch(/: x{300}$/);
	expect(said(123456)).toMatch(/: an error of Meta$/);
});

it.each<[number, unknown, string]>([
	[400, 'Something broke', 'serverError'],
	[400, 'Unexpected token } in JSON', 'rejected'],
	[400, 'Unexpected end of JSON input', 'rejected'],
	[400, [], 'rejected'],
	[400, undefined, 'rejected'],
	[503, 'Register first', 'serverError'],
	[500, ['Error updating profile name', 'Error: oops'], 'serverError'],
	[500, ['Other', 'Error: Connection Closed'], 'serverError'],
])('%d with the message %j is %s', (status, message, happening) => {
	expect(refusal(envelope(status, message))).toHaveProperty('happening', happening);
});

it.each<[ReturnType<typeof answered>, boolean, string]>([
	[envelope(500, broken), true, 'rejected'],
	[envelope(400, broken), false, 'serverError'],
	[envelope(500, 'oops'), false, 'serverError'],
	[envelope(400, [['number is wrong']]), true, 'rejected'],
	[answered(400, {}), false, 'notConnected'],
	[answered(400, []), false, 'rejected'],
	[answered(400, null), false, 'rejected'],
	[answered(500, {}), false, 'serverError'],
	[
		answered(400, { output: { payload: { statusCode: 428, message: 'Closed' } } }),
		false,
		'notConnected',
	],
	[answered(400, { output: { payload: { statusCode: 408, message: 5 } } }), false, 'serverError'],
	[answered(400, { output: { payload: { statusCode: '428' } } }), false, 'rejected'],
])('of many numbers, %j may be about one: %j, and is %s', (answer, may, happening) => {
	expect(mayBeOne(answer)).toBe(may);
	expect(numbersReader.refusal(answer)).toHaveProperty('happening', happening);
});

it.each([
	['123456789', null, '+123456789', undefined],
	['12345678', null, '+12 34 56 78', undefined],
	['1234567', null, '+12 34 56 7', undefined],
	['1234567890', null, '+1234567890', '1234567890'],
	['1234567890', '+1 234 567 890', '+1 234 567 890', '1234567890'],
	['12345678', '+1234 5678', '+1234 5678', undefined],
	['12345678', '+12345678', '+12 34 56 78', undefined],
])(
	'the number %s, typed %j, is shown as %s and known by %j',
	(digits, styled, phoneNumber, wuid) => {
		const card = { fullName: 'Ana', phones: [{ digits, styled }] };
		expect(toEvolutionCard(card)).toEqual({ fullName: 'Ana', phoneNumber, wuid });
	},
);

it.each([
	['1@lid', '5511987654321@s.whatsapp.net', '5511987654321@s.whatsapp.net'],
	['1@lid', '2@lid', '1@lid'],
	['1@lid', undefined, '1@lid'],
	['5511987654321@s.whatsapp.net', '5511987654322@s.whatsapp.net', '5511987654321@s.whatsapp.net'],
])('a message of %s, alias %j, is of the chat %s', (remoteJid, remoteJidAlt, chatId) => {
	const message = { contactMessage: { vcard: 'V' } };
	const data = { key: { remoteJid, remoteJidAlt }, message };
	expect(received.read({ event: 'messages.upsert', data })).toMatchObject({ chatId });
});

it('learns the form of each server by itself', () => {
	const lessons = new Map<string, string>();
	const bodyAt = (apiUrl: string) => {
		const credential = { apiUrl, instance: 'i', token: 't', serverVersion: 'auto' } as const;
		const card = { fullName: 'Ana', phones: [{ digits: '5511987654321', styled: null }] };
		const chatId = { kind: 'person', digits: '79001234567' } as const;
		const command = { chatId, cards: [card], omittedFields: [] };
		const step = provider.sendContact.ask(
			command,
			{ ...credential, ignoreSslIssues: false },
			lessons,
		);
		if ('split' in step) throw new Error('one card is one message');
		return step;
	};
	const old = envelope(400, [['instance requires property "contactMessage"']]);
	expect(bodyAt('https://old.example').read(old)).toHaveProperty('next');
	expect(bodyAt('https://old.example').request.body).toHaveProperty('contactMessage');
	expect(bodyAt('https://new.example').request.body).toHaveProperty('contact');
});

it.each([
	['messages.upsert', true],
	['send.message', true],
	['messages.update', false],
	[undefined, false],
])('reads cards of the event %j: %j', (event, reads) => {
	const data = { message: { contactMessage: { vcard: 'V' } } };
	expect(received.read({ event, data }) !== undefined).toBe(reads);
});
