/** Refusals of Evolution API that mean something else in a group or to a privacy id. */
import type { Failure } from '../../domain/failure';
import { type ChatId, isGroup } from '../../domain/numbers/chatId';
import type { Answer } from '../provider';
import { refuse } from '../refusal';
import { declares } from './declares';
import { messageIn, notOnWhatsApp } from './envelope';

/** What a refusal means in this kind of chat; nothing where it means the same in all. */
export function refusalOfChat(answer: Answer, { kind }: ChatId): Failure | undefined {
	if (isGroup(kind) && isMissingGroup(answer)) {
		return refuse(declares.displayName, answer, {
			happening: 'rejected',
			reason: 'not a member of this group, or a wrong group id',
			advice:
				"Check the group's id, and in WhatsApp that this instance's number is in the group and connected",
		});
	}
	return kind === 'lid' && notOnWhatsApp(answer).length > 0 ? noPrivacyIds(answer) : undefined;
}

/** Since 2.3.0 every privacy id is assumed to exist; before, each is denied. */
export function noPrivacyIds(answer: Answer): Failure {
	return refuse(declares.displayName, answer, {
		happening: 'rejected',
		reason: 'this server knows no privacy ids (@lid)',
		advice: 'Update the Evolution API server to 2.3.0 or newer, or use the phone number',
	});
}

/** Both come before anything is sent: an exception as text, and up to 2.2.3 a mistake in the check. */
function isMissingGroup(answer: Answer): boolean {
	const texts = [messageIn(answer)].flat();
	return answer.status === 400
		? texts.length === 1 && texts[0] === '[object Object]'
		: answer.status === 500 && texts[0] === "Cannot read properties of undefined (reading 'id')";
}
