// The vectors as pure functions, for quick verdicts, and how large a card may be.
import { greenApi as provider } from '../../nodes/WhatsAppContacts/providers/greenApi';
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
