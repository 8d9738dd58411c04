/** What comes of gateways' webhooks, by the vectors of their kits, without n8n. */
import type { IDataObject } from 'n8n-workflow';
import { readReceivedCards } from '../../nodes/WhatsAppContacts/operations/readReceivedCards';
import { type Kit, kits } from '../gateways';
import { receivedRows } from '../vectors/received';

const receiving = Object.values(kits).flatMap(({ gateway, provider, received }: Kit) =>
	received ? [{ gateway, provider, received }] : [],
);

describe.each(receiving)('an event of $gateway', ({ provider, received }) => {
	it.each(receivedRows(received).map((vector) => [vector.that, vector] as const))(
		'%s',
		(_that, { event, includeOwn = false, about, cards }) => {
			const reading = readReceivedCards.read(() => ({ includeOwn }), event as IDataObject);
			const read = 'value' in reading ? reading.value : { other: reading.problem };
			if (cards === undefined) {
				expect(read).toEqual({ other: expect.stringMatching(/^(own|none)$/), json: undefined });
				return;
			}
			const came = [...('cards' in read ? read.cards : [])].map((outcome) =>
				'json' in outcome
					? outcome.json
					: {
							...{ ...outcome.about, provider: outcome.provider },
							refused: `${outcome.problem.field}: ${outcome.problem.problem}`,
						},
			);
			const shared = { provider, ...received.about, ...about };
			expect(came).toEqual(
				cards.map((card) =>
					'refused' in card
						? { ...shared, refused: expect.stringMatching(card.refused) as unknown }
						: { ...shared, operation: 'readReceivedCards', omittedFields: [], ...card },
				),
			);
		},
	);
});
