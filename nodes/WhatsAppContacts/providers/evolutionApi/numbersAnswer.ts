/** What `whatsappNumbers` answers: a row for each number, in an order of the server's own. */
import { z } from 'zod';
import { optionalText, type Reader, rowsWith } from '../answer';
import { asRecord } from '../bodies';
import type { Answer } from '../provider';
import { refuse, type Refusal } from '../refusal';
import { declares } from './declares';
import { messageIn, schemaComplaints } from './envelope';
import { reconnect, refusal } from './refusal';

export const numbersAnswer = rowsWith(
	z.object({
		/** The asked text, byte for byte. */
		number: z.string(),
		exists: z.boolean(),
		/** The account's real id, whose digits may differ from the asked ones. */
		jid: optionalText,
		lid: optionalText,
	}),
	'exists',
);
export type NumberRow = z.output<typeof numbersAnswer>[number];

/** A group that the instance is not in breaks an older server's check of everybody. */
const isBroken = (answer: Answer) =>
	answer.status === 500 &&
	messageIn(answer) === "Cannot read properties of undefined (reading 'id')";

/** Whether the reason may be one of the numbers. */
export function mayBeOne(answer: Answer): boolean {
	return isBroken(answer) || schemaComplaints(answer).length > 0;
}

/** How it says no: also with its own errors as they serialise. */
export const numbersReader: Reader = {
	displayName: declares.displayName,
	refusal(answer) {
		const own = couldNotAsk(answer);
		return own ? refuse(declares.displayName, answer, own) : refusal(answer);
	},
};

/** `{}` or a Boom, Baileys' own kind of error: the server could not ask WhatsApp. */
function couldNotAsk(answer: Answer): Refusal | undefined {
	if (isBroken(answer)) {
		return { happening: 'rejected', reason: 'the server takes one of the numbers for a group' };
	}
	const { status, body } = answer;
	if (status !== 400 || typeof body !== 'object' || body === null || Array.isArray(body)) {
		return undefined;
	}
	if (Object.keys(body).length === 0) return { happening: 'notConnected', advice: reconnect };
	const { statusCode, message } = asRecord(asRecord(asRecord(body).output).payload);
	if (typeof statusCode !== 'number') return undefined;
	const reason = typeof message === 'string' ? message.slice(0, 300) : undefined;
	// 428 is Baileys' code of a closed connection.
	return statusCode === 428
		? { happening: 'notConnected', reason, advice: reconnect }
		: { happening: 'serverError', reason };
}
