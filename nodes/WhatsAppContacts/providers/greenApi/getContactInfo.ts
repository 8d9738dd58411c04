/** GREEN-API `getContactInfo` (one a second), and `checkWhatsapp` where asked for. */
import { z } from 'zod';
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, lidOf, oneOrMany, optionalFlag, optionalText, readAnswer } from '../answer';
import type { Call, Credential, Step } from '../provider';
import { unknownContact } from '../unknown';
import { spellChatId } from './chatId';
import { askWhatsapp } from './checkNumber';
import { reader } from './refusal';

type InfoStep = Step<GetContactInfoCommand, ContactInfo>;

const textOrNumber = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => (value === undefined || value === '' ? null : value));
/** Documented as text, so a number becomes one. */
const numberAsText = textOrNumber.transform((value) => (value === null ? null : String(value)));

const product = z
	.object({
		id: numberAsText,
		name: optionalText,
		description: optionalText,
		price: numberAsText,
		availability: optionalText,
		isHidden: optionalFlag,
		reviewStatus: z.object({ whatsapp: optionalText }).nullish(),
		imageUrls: z.object({ original: optionalText, requested: optionalText }).nullish(),
	})
	.transform(({ reviewStatus, imageUrls, ...rest }) => ({
		...rest,
		reviewStatus: reviewStatus?.whatsapp ?? null,
		imageUrl: imageUrls?.original ?? null,
		thumbnailUrl: imageUrls?.requested ?? null,
	}));

const answerSchema = z.object({
	chatId: z.string().min(1),
	avatar: optionalText,
	name: optionalText,
	contactName: optionalText,
	email: optionalText,
	category: optionalText,
	description: optionalText,
	// The documentation's table says object, its sample and its servers an array.
	products: z.preprocess((value) => value ?? [], oneOrMany(product)),
	lastSeen: textOrNumber,
	isArchive: optionalFlag,
	isMute: optionalFlag,
	muteExpiration: textOrNumber,
	isDisappearing: optionalFlag,
	messageExpiration: z.number().nullish(),
	isBusiness: optionalFlag,
});

export const getContactInfo: Call<Credential, GetContactInfoCommand, ContactInfo> = {
	ask(command) {
		return command.extraDetails.includes('registration')
			? askRegistration(command)
			: askInfo(command, {});
	},
};

function askRegistration(command: GetContactInfoCommand): InfoStep {
	return askWhatsapp<GetContactInfoCommand, ContactInfo>(
		command.chatId,
		({ exists, lid }, { body }) =>
			exists
				? { next: askInfo(command, { exists, lid }) }
				: { done: { ...unknownContact(command), exists }, body },
	);
}

function askInfo(command: GetContactInfoCommand, found: Partial<ContactInfo>): InfoStep {
	return {
		method: 'getContactInfo',
		request: {
			method: 'POST',
			path: 'getContactInfo',
			body: { chatId: spellChatId(command.chatId) },
		},
		read(answer) {
			const read = readAnswer(answer, answerSchema, reader);
			if ('refused' in read) return read;
			const said = read.value;
			const asked = unknownContact(command);
			return {
				done: {
					...asked,
					...found,
					phone: digitsOf(said.chatId) ?? asked.phone,
					lid: lidOf(said.chatId) ?? found.lid ?? null,
					name: said.name,
					contactName: said.contactName,
					avatarUrl: said.avatar,
					isBusiness: said.isBusiness,
					email: said.email,
					category: said.category,
					description: said.description,
					products: said.products,
					lastSeen: said.lastSeen,
					isArchived: said.isArchive,
					isMuted: said.isMute,
					muteExpiration: said.muteExpiration,
					isDisappearing: said.isDisappearing,
					messageExpiration: said.messageExpiration ?? null,
				},
				body: answer.body,
			};
		},
	};
}
