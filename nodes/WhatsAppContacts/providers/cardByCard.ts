/** Messages of one card each, for gateways, or methods of one, that take no more. */
import type { ContactCard } from '../domain/cards/contactCard';
import type { SendContactCommand, SentContact } from '../domain/commands';
import type { Hint, Split, Step } from './provider';

/** The request for the only card, or a message for each of several. */
export function cardByCard(
	command: SendContactCommand,
	askOne: (card: ContactCard) => Step<SendContactCommand, SentContact>,
	hints: readonly Hint[] = [],
): Step<SendContactCommand, SentContact> | Split<SendContactCommand> {
	const [card, ...more] = command.cards;
	if (card && more.length === 0) return askOne(card);
	return { split: command.cards.map((each) => ({ ...command, cards: [each] })), hints };
}
