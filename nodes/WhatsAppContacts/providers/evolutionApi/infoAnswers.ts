/** What Evolution API's look-ups answer, as far as it is read. */
import { z } from 'zod';
import { oneOrMany, optionalFlag, optionalText } from '../answer';

const firstOf = z.union([optionalText, z.array(optionalText).transform((list) => list[0] ?? null)]);

/** Text with older Baileys, `{ status, setAt }` with newer, in a list with some. */
const about = z.union([
	optionalText,
	oneOrMany(z.object({ status: optionalText })).transform((list) => list[0]?.status ?? null),
]);

/** `fetchProfile` */
export const profileAnswer = z
	.object({
		wuid: z.string().min(1),
		name: optionalText,
		numberExists: optionalFlag,
		picture: optionalText,
		status: about,
		isBusiness: optionalFlag,
		email: optionalText,
		description: optionalText,
		website: firstOf,
		category: optionalText,
	})
	// The server answers so when its own look-up failed; that is no knowledge of the contact.
	.refine((said) => said.numberExists !== null || said.name || said.picture || said.status, {
		path: ['numberExists'],
		message: 'Required',
	});

/** `whatsappNumbers`, of one number. */
export const numbersAnswer = oneOrMany(z.object({ exists: z.boolean(), lid: optionalText }))
	.refine((list) => list.length === 1, { path: ['exists'] })
	.transform((list) => list[0]);

/** `fetchBusinessProfile` */
export const businessAnswer = z.object({
	isBusiness: z.boolean(),
	address: optionalText,
	description: optionalText,
	website: firstOf,
	email: optionalText,
	category: optionalText,
});
