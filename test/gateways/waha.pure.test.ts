// The vectors as pure functions, for quick verdicts, and what its engines say in their own words.
import { received } from '../../nodes/WhatsAppContacts/providers/waha/received';
import { isNotOnWhatsApp, refusal } from '../../nodes/WhatsAppContacts/providers/waha/refusal';
import { toVCard } from '../../nodes/WhatsAppContacts/providers/waha/writeVCard';
import { describePure } from './describePure';
import { waha } from './waha.vectors';

describePure(waha);

const nest = (status: number, message: unknown, more: object = {}) => {
	const body = { statusCode: status, message, ...more };
	return { status, body, text: JSON.stringify(body), headers: {}, oversized: false };
};

it.each([
	[nest(500, "not implemented by 'WEBJS' engine"), 'serverError'],
	[nest(501, "not implemented by 'WEBJS' engine"), 'rejected'],
	[nest(501, 'x'), 'serverError'],
	[nest(403, 'Forbidden'), 'unauthorized'],
	[nest(404, 'Session not found'), 'unauthorized'],
	[nest(404, 'Cannot GET /api/sessions'), 'rejected'],
	[nest(404, 'Not Found'), 'rejected'],
	[nest(422, 'x', { status: 'STARTING' }), 'starting'],
	[nest(422, 'x', { status: 'STOPPED' }), 'notConnected'],
	[nest(422, 'the session "x" does not exist'), 'rejected'],
	[nest(422, 'number 1 does not exist on WhatsApp'), 'notOnWhatsApp'],
	[nest(500, 'x', { exception: { message: 'no LID found for 1' } }), 'rejected'],
	[nest(500, 'x', { exception: { message: 5 } }), 'serverError'],
	[nest(503, 'x', { exception: { message: 'no LID found for 1' } }), 'serverError'],
])('%j means %s', (answer, happening) => {
	expect(refusal(answer)).toHaveProperty('happening', happening);
});

it('hears of a number without an account from a 422 alone', () => {
	const said = 'number 1 does not exist on WhatsApp';
	expect([422, 400].map((status) => isNotOnWhatsApp(nest(status, said)))).toEqual([true, false]);
});

it('gives the id of the card to its first number alone', () => {
	const phones = ['5511900000001', '5511900000002'].map((digits) => ({ digits, styled: null }));
	const card = { fullName: 'Ana; Bia', firstName: 'Ana; Bia', company: 'A, B;C\\D', phones };
	expect(toVCard({ ...card, whatsAppId: '551100000001' }).split('\n')).toEqual([
		...['BEGIN:VCARD', 'VERSION:3.0', 'N:;Ana\\; Bia;;;', 'FN:Ana; Bia', 'ORG:A\\, B\\;C\\\\D'],
		'TEL;type=CELL;type=VOICE;waid=551100000001:+5511900000001',
		'TEL;type=CELL;type=VOICE;waid=5511900000002:+5511900000002',
		'END:VCARD',
	]);
});

it.each([
	[{ id: 'true_5511987654321@c.us_3EB0', from: 'me@c.us', to: 'x@c.us' }, '5511987654321@c.us'],
	[{ id: 'true_120363043968066561@g.us_3EB0_5511900000001@c.us' }, '120363043968066561@g.us'],
	[{ id: 'false_5511987654321@c.us_3EB0', from: 'me@c.us', to: 'x@c.us' }, 'x@c.us'],
	[{ id: '3EB0', from: 'me@c.us' }, 'me@c.us'],
	[{ from: 'me@c.us', to: 'x@c.us' }, 'x@c.us'],
	[{ id: 'a true_5511987654321@c.us_3EB0', from: 'me@c.us' }, 'me@c.us'],
])("one's own message %j is of the chat %s", (message, chatId) => {
	const payload = { ...message, fromMe: true, vCards: ['V'] };
	expect(received.read({ event: 'message.any', payload })).toMatchObject({ chatId, fromMe: true });
});

it('takes the cards of the engine where the list of vCards is empty', () => {
	const _data = { message: { contactMessage: { displayName: 'Ana', vcard: 'V' } } };
	for (const vCards of [[], null, undefined]) {
		expect(received.read({ event: 'message', payload: { vCards, _data } })).toMatchObject({
			cards: [{ displayName: 'Ana', vCard: 'V' }],
		});
	}
});

it.each([
	['message', true],
	['message.any', true],
	['message.ack', false],
	[undefined, false],
])('reads cards of the event %j: %j', (event, reads) => {
	expect(received.read({ event, payload: { vCards: ['V'] } }) !== undefined).toBe(reads);
});
