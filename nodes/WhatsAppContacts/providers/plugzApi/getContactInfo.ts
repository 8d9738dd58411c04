/** PlugzAPI / Z-API `contacts/{phone}`, with `phone-exists` and `business/profile` where asked for. */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, flag, lidOf, oneOrMany, optionalText, readAnswer } from '../answer';
import type { Call, Step } from '../provider';
import { unknownContact } from '../unknownContact';
import { spellChatId } from './chatId';
import { isOwn404, reader } from './refusal';
import type { PlugzApiCredential } from './signing';

type InfoStep = Step<GetContactInfoCommand, ContactInfo>;

const contactFields = {
	phone: optionalText,
	name: optionalText,
	notify: optionalText,
	imgUrl: optionalText,
	about: optionalText,
};

/** Said here, or the types of zod lose what a shape that is not known yet has in it. */
type Answered<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** Nulls are an answer, but `{}` or somebody else's JSON is none: one of the keys must be there. */
function withAnyOf<T extends z.ZodRawShape>(fields: T): Answered<z.output<z.ZodObject<T>>> {
	const [first = ''] = Object.keys(fields);
	return z
		.record(z.unknown())
		.refine((body) => Object.keys(fields).some((key) => key in body), {
			path: [first],
			message: 'Required',
		})
		.pipe(z.object({ ...fields, error: z.null().optional() }));
}

const contactAnswer = withAnyOf(contactFields);

const existsAnswer = oneOrMany(z.object({ exists: flag, phone: optionalText, lid: optionalText }))
	.refine((list) => list.length === 1, { path: ['exists'] })
	.transform((list) => list[0]);

const profileAnswer = withAnyOf({
	description: optionalText,
	address: optionalText,
	email: optionalText,
	websites: z.preprocess((value) => value ?? [], oneOrMany(optionalText)),
	categories: z.preprocess(
		(value) => value ?? [],
		oneOrMany(z.object({ displayName: optionalText })),
	),
});

export const getContactInfo: Call<PlugzApiCredential, GetContactInfoCommand, ContactInfo> = {
	ask: (command) =>
		command.extraDetails.includes('registration')
			? askRegistration(command)
			: askContact(command, unknownContact(command)),
};

function askRegistration(command: GetContactInfoCommand): InfoStep {
	return {
		method: 'phone-exists',
		request: { method: 'GET', path: `phone-exists/${spellChatId(command.chatId)}` },
		read(answer) {
			const read = readAnswer(answer, existsAnswer, reader);
			if ('refused' in read) return read;
			const asked = unknownContact(command);
			const found = {
				...asked,
				phone: digitsOf(read.value?.phone) ?? asked.phone,
				exists: read.value?.exists ?? null,
				lid: lidOf(read.value?.lid),
			};
			return found.exists
				? { next: askContact(command, found) }
				: { done: found, body: answer.body };
		},
	};
}

function askContact(command: GetContactInfoCommand, found: ContactInfo): InfoStep {
	return {
		method: 'contacts',
		request: { method: 'GET', path: `contacts/${spellChatId(command.chatId)}` },
		read(answer) {
			const isUnknown = isOwn404(answer);
			const read = isUnknown ? undefined : readAnswer(answer, contactAnswer, reader);
			if (read && 'refused' in read) return read;
			const info: ContactInfo = read
				? {
						...found,
						phone: digitsOf(read.value.phone) ?? found.phone,
						name: read.value.notify,
						contactName: read.value.name,
						about: read.value.about,
						avatarUrl: read.value.imgUrl,
					}
				: found;
			return command.extraDetails.includes('businessProfile')
				? { next: askProfile(command, info, answer.body) }
				: { done: info, body: answer.body };
		},
	};
}

function askProfile(command: GetContactInfoCommand, info: ContactInfo, body: unknown): InfoStep {
	return {
		method: 'business/profile',
		request: { method: 'GET', path: `business/profile?phone=${spellChatId(command.chatId)}` },
		read(answer) {
			const read = readAnswer(answer, profileAnswer, reader);
			if ('refused' in read) return read;
			const { description, address, email, websites, categories } = read.value;
			const website = websites[0] ?? null;
			const category = categories[0]?.displayName ?? null;
			const profile = { description, address, email, website, category };
			// A profile that says nothing does not make anybody a business.
			const isBusiness = Object.values(profile).some((said) => said !== null) || null;
			return { done: { ...info, ...profile, isBusiness }, body };
		},
	};
}
