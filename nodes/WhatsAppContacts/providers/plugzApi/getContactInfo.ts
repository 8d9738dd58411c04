/** PlugzAPI / Z-API `contacts/{phone}`, with `phone-exists` and `business/profile` where asked for. */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand, NumberCheck } from '../../domain/commands';
import { digitsOf, oneOrMany, optionalText, readAnswer } from '../answer';
import type { Call, Outcome, Step } from '../provider';
import { unknownContact } from '../unknown';
import { spellChatId } from './chatId';
import { askBatch, askPhoneExists, batchKey, MOST_IN_ONE } from './phoneExists';
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
			? askPhoneExists(command.chatId, (said, { body }) => goOn(command, said, body))
			: askContact(command, unknownContact(command)),
	batch: {
		most: MOST_IN_ONE,
		// One alone is asked by the method that every gateway knows.
		least: 2,
		key: ({ chatId, extraDetails }, credential, lessons) =>
			extraDetails.includes('registration') ? batchKey(chatId, credential, lessons) : undefined,
		ask: (commands, credential, lessons) => askBatch(commands, credential, lessons, goOn),
	},
};

/** Nothing more is asked about nobody; `body` is how it was said. */
function goOn(
	command: GetContactInfoCommand,
	{ exists, whatsAppId, lid }: NumberCheck,
	body: unknown,
): Outcome<GetContactInfoCommand, ContactInfo> {
	const asked = unknownContact(command);
	const found = { ...asked, phone: whatsAppId ?? asked.phone, exists, lid };
	return exists ? { next: askContact(command, found) } : { done: found, body };
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
