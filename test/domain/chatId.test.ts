import fc from 'fast-check';
import { isGroup, readChatId } from '../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { isProblem } from '../../nodes/WhatsAppContacts/domain/reading';
import { anyText } from '../anyText';
import { problemForm, show } from './form';
import { chatIds, type ChatIdVector } from './vectors/chatIds';

describe.each(Object.entries(chatIds))('a chat id: %s', (_row, vectors) => {
	it.each(
		(vectors as readonly ChatIdVector[]).map((vector) => [
			show(vector.typed, vector.country),
			vector,
		]),
	)('%s', (_name, vector) => {
		const reading = readChatId(vector.typed, vector.country);
		if ('problem' in vector) {
			expect(reading).toEqual({ problem: expect.stringMatching(vector.problem) });
			expect(reading).toEqual({ problem: expect.stringMatching(problemForm) });
		} else {
			const { chatId, suspicious = false } = vector;
			expect(reading).toEqual({ value: { chatId, suspicious } });
		}
	});
});

it('tells groups from persons', () => {
	expect(isGroup('oldGroup')).toBe(true);
	expect(isGroup('newGroup')).toBe(true);
	expect(isGroup('lid')).toBe(false);
	expect(isGroup('person')).toBe(false);
});

it('reads or refuses any value in a sentence, never throws', () => {
	const ids = fc.string({
		unit: fc.constantFrom(...Array.from('0123456789+-@.:, '), '@c.us', '@g.us', '@lid', '-group'),
	});
	fc.assert(
		fc.property(fc.oneof(fc.anything(), ids, anyText()), (value) => {
			const reading = readChatId(value);
			if (isProblem(reading)) return expect(reading.problem).toMatch(problemForm);
			const { chatId } = reading.value;
			expect('digits' in chatId ? chatId.digits : chatId.id).toMatch(/^\d+(-\d+)?$/);
		}),
		{ numRuns: 1000 },
	);
});
