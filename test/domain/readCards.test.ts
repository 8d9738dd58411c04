import fc from 'fast-check';
import { readFieldCards, readJsonCards } from '../../nodes/WhatsAppContacts/domain/cards/readCards';
import { isProblem } from '../../nodes/WhatsAppContacts/domain/reading';
import { anyText } from '../anyText';
import { describeCards } from './cardsVectors';
import { problemForm } from './form';
import { fieldCards, jsonCards } from './vectors/cards';

describeCards('cards from fields', fieldCards, readFieldCards);
describeCards('cards from JSON', jsonCards, readJsonCards);

const anyValue = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
const key = fc.constantFrom('phone', 'phones', 'fullName', 'wuid', 'company', '__proto__', 'x');
const phone = fc.constantFrom('+5511987654321', 79001234567, '', null);

it('reads or refuses any cards in a sentence, never throws', () => {
	const record = fc.dictionary(key, fc.oneof(anyValue, phone, anyText()));
	const given = fc.oneof(
		anyValue,
		fc.array(record),
		fc.array(record).map((contact) => ({ contact })),
		fc.json(),
		fc.string(),
	);
	fc.assert(
		fc.property(given, (value) => {
			for (const reading of [readJsonCards(value), readFieldCards(value)]) {
				if (isProblem(reading)) {
					expect(reading.problem).toMatch(problemForm);
					continue;
				}
				for (const card of reading.value.cards) {
					for (const { digits } of card.phones) expect(digits).toMatch(/^[1-9]\d{6,14}$/);
					for (const text of Object.values(card)) {
						if (typeof text === 'string') expect(text).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
					}
				}
			}
		}),
		{ numRuns: 500 },
	);
});

it('names the place where any JSON text was broken', () => {
	fc.assert(
		fc.property(
			fc.json(),
			fc.nat(),
			fc.constantFrom('?', '}', ']', ',', ':', '"'),
			(json, at, sign) => {
				const position = at % (json.length + 1);
				const text = `${json.slice(0, position)}${sign}${json.slice(position)}`;
				const reading = readJsonCards(text);
				try {
					JSON.parse(text);
				} catch {
					expect(reading).toMatchObject({
						problem: expect.stringMatching(/^is (?:no valid JSON.*\(position \d+\)|an object)/s),
					});
				}
			},
		),
		{ numRuns: 300 },
	);
});
