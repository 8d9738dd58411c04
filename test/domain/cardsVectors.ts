/** Runs a table of card vectors against one of the readers. */
import type { CardsReading } from '../../nodes/WhatsAppContacts/domain/cards/readCards';
import { problemForm, show } from './form';
import type { CardsVector } from './vectors/cards';

type Reader = (given: unknown, country?: string, skip?: boolean) => CardsReading;

export function describeCards(
	name: string,
	table: Readonly<Record<string, readonly CardsVector[]>>,
	read: Reader,
): void {
	describe.each(Object.entries(table))(`${name}: %s`, (_row, vectors) => {
		it.each(vectors.map((vector) => [show(vector.given, vector.country), vector] as const))(
			'%s',
			(_name, vector) => {
				const reading = read(vector.given, vector.country, vector.skip);
				if ('problem' in vector) {
					const { field, problem } = vector;
					expect(reading).toEqual({ field, problem: expect.stringMatching(problem) });
					expect(reading).toEqual({ field, problem: expect.stringMatching(problemForm) });
				} else {
					const { cards, omitted = [], skipped = [], suspicious = [] } = vector;
					// Strictly: a key that is not given is not there.
					expect(reading).toStrictEqual({
						value: {
							cards,
							omittedFields: omitted,
							skippedCards: skipped,
							skippedCount: vector.skippedCount ?? skipped.length,
							suspiciousPhones: suspicious,
						},
					});
				}
			},
		);
	});
}
