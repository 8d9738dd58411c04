/** Evolution API's error envelope, whose `message` has four shapes. */
import { asRecord, cutIn } from '../bodies';
import type { Answer } from '../provider';

/** The envelope's message, its texts cut; some routes leave the `response` wrapper out. */
export function messageIn(answer: Answer): unknown {
	const body = asRecord(answer.body);
	return cutIn(asRecord(body.response).message ?? body.message);
}

/** The schema's complaints, a list of lists; empty for every other shape. */
export function schemaComplaints(answer: Answer): string[] {
	const message = messageIn(answer);
	if (answer.status !== 400 || !Array.isArray(message)) return [];
	return message
		.filter((each): each is unknown[] => Array.isArray(each))
		.flat()
		.filter((each): each is string => typeof each === 'string');
}

/** The number check's records; empty for every other shape. */
export function notOnWhatsApp(answer: Answer): Array<Readonly<Record<string, unknown>>> {
	if (answer.status !== 400) return [];
	const records = [messageIn(answer)].flat().map(asRecord);
	return records.filter(({ exists }) => exists === false);
}
