/** Recipients that Evolution API would turn into somebody else. */
import type { ChatId } from '../../domain/numbers/chatId';
import type { FieldProblem } from '../../domain/reading';
import { wouldReachAnother } from './extraDigit';

/** Refused before any request: a card would go to a stranger. Look-ups see it by their answer. */
export function recipientProblem({
	chatId,
}: {
	readonly chatId: ChatId;
}): FieldProblem | undefined {
	if (chatId.kind !== 'person' || !wouldReachAnother(chatId.digits)) return undefined;
	return {
		field: 'chatId',
		problem:
			`${chatId.digits} has a digit too many for its country, and Evolution API would take one ` +
			'off and reach another number. Write the number as WhatsApp shows it, e.g. 5531987654321',
	};
}
