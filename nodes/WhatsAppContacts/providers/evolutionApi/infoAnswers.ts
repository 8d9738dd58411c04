/** What Evolution API's look-ups answer, as far as it is read. */
import { z } from 'zod';
import type { ContactInfo } from '../../domain/commands';
import { digitsOf, lidOf, oneOrMany, optionalFlag, optionalText } from '../answer';

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

/** `fetchBusinessProfile` */
export const businessAnswer = z.object({
	isBusiness: z.boolean(),
	address: optionalText,
	description: optionalText,
	website: firstOf,
	email: optionalText,
	category: optionalText,
});

/** What is known, with what the profile says; an existence that was found stays found. */
export function withProfile(known: ContactInfo, said: z.infer<typeof profileAnswer>): ContactInfo {
	return {
		...known,
		phone: digitsOf(said.wuid) ?? known.phone,
		lid: lidOf(said.wuid) ?? known.lid,
		exists: said.numberExists ?? known.exists,
		name: said.name,
		about: said.status,
		avatarUrl: said.picture,
		isBusiness: said.isBusiness,
		email: said.email,
		description: said.description,
		website: said.website,
		category: said.category,
	};
}

/** What is known, with what the business profile says. */
export function withBusiness(
	known: ContactInfo,
	said: z.infer<typeof businessAnswer>,
): ContactInfo {
	return {
		...known,
		isBusiness: said.isBusiness,
		address: said.address ?? known.address,
		description: said.description ?? known.description,
		website: said.website ?? known.website,
		email: said.email ?? known.email,
		category: said.category ?? known.category,
	};
}
