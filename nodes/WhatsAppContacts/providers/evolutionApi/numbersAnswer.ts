/** What `whatsappNumbers` answers: a row for each number, in an order of the server's own. */
import { z } from 'zod';
import { oneOrMany, optionalText, type Reader } from '../answer';
import type { Answer } from '../provider';
import { asRecord, refuse, type Refusal } from '../refusal';
import { declares } from './declares';
import { reconnect, refusal } from './refusal';

const row = z.object({
	/** The asked text, byte for byte. */
	number: z.string(),
	exists: z.boolean(),
	/** The account's real id, whose digits may differ from the asked ones. */
	jid: optionalText,
	lid: optionalText,
});
export type NumberRow = z.infer<typeof row>;

/** A row that cannot be read is left out: only its own number goes without an answer. */
export const numbersAnswer = oneOrMany(row.nullable().catch(null))
	.transform((rows) => rows.filter((each) => each !== null))
	.refine((rows) => rows.length > 0, { path: ['exists'] });

/** The row of an asked number; never by position and never by id, or it may be a stranger's. */
export function rowOf(rows: readonly NumberRow[], asked: string): NumberRow | undefined {
	return rows.find(({ number }) => number === asked);
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
function couldNotAsk({ status, body }: Answer): Refusal | undefined {
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
