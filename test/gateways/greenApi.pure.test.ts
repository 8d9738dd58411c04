// The vectors as pure functions, for quick verdicts, and how large a card may be.
import { greenApi as provider } from '../../nodes/WhatsAppContacts/providers/greenApi';
import { refusal } from '../../nodes/WhatsAppContacts/providers/greenApi/refusal';
import { describePure } from './describePure';
import { greenApi } from './greenApi.vectors';

describePure(greenApi);

it('takes cards up to 100 kB each, in bytes', () => {
	const card = (fullName: string) => ({
		fullName,
		phones: [{ digits: '5511987654321', styled: null }],
	});
	const problem = (...names: string[]) =>
		provider.sendContact.problem?.({
			chatId: { kind: 'person', digits: '79001234567' },
			cards: names.map(card),
			omittedFields: [],
		});
	const body =
		'{"chatId":"79001234567@c.us","contact":{"phoneContact":5511987654321,"firstName":""}}';
	const most = 100 * 1024 - body.length;
	expect(problem('Ana', 'a'.repeat(most))).toBeUndefined();
	expect(problem('Ana', 'a'.repeat(most + 1))).toEqual({
		field: 'contacts[1]',
		problem:
			'is larger than the 100 kB that GREEN-API takes. Shorten its texts, e.g. the company name',
	});
	expect(problem('я'.repeat(most / 2 + 1))).toMatchObject({ field: 'contacts[0]' });
});

it.each([
	[400, 'instance account not authorized', 'notConnected'],
	[500, 'instance account not authorized', 'notConnected'],
	[401, 'instance account not authorized', 'unauthorized'],
	[404, 'Instance is deleted', 'rejected'],
	[502, 'request entity too large', 'serverError'],
])('%d with "%s" is %s', (status, message, happening) => {
	const answer = { status, body: { message }, text: '{}', headers: {}, oversized: false };
	expect(refusal(answer)).toHaveProperty('happening', happening);
});
