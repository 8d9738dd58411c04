// The items that the package promises, key by key: every key is there, and no other.
import { z } from 'zod';
import { providerKits } from '../gateways';

const text = z.string().min(1);
const provider = z.string().refine((id) => providerKits.some((kit) => kit.provider === id));
const contact = z.object({ fullName: text, phone: z.string().regex(/^\d+$/) }).strict();

const skipped = z
	.object({ card: z.number().int().nullable(), name: text.nullable(), reason: text })
	.strict();

/** An item of Send Contact. */
export const sentItem = z
	.object({
		provider,
		operation: z.literal('sendContact'),
		status: z.enum(['queued', 'sent']),
		messageId: text.nullable(),
		queueId: text.nullable(),
		providerStatus: text.nullable(),
		chatId: text,
		contacts: z.array(contact).min(1),
		omittedFields: z.array(text),
		skippedCards: z.array(skipped).max(21),
		timestamp: z.string().datetime().nullable(),
	})
	.strict();

/** An item of Read Received Cards. */
export const receivedItem = z
	.object({
		provider,
		operation: z.literal('readReceivedCards'),
		instance: text.nullable(),
		messageId: text.nullable(),
		chatId: text.nullable(),
		isGroup: z.boolean(),
		fromMe: z.boolean(),
		sender: z
			.object({
				phone: z.string().regex(/^\d+$/).nullable(),
				lid: text.nullable(),
				name: text.nullable(),
			})
			.strict(),
		timestamp: z.string().datetime().nullable(),
		contact: z
			.object({
				fullName: text,
				firstName: text.nullable(),
				middleName: text.nullable(),
				lastName: text.nullable(),
				company: text.nullable(),
				phone: z.string().regex(/^\d+$/),
				phones: z.array(z.string().regex(/^\d+$/)).min(1),
				whatsAppId: z.string().regex(/^\d+$/).nullable(),
				email: text.nullable(),
				url: text.nullable(),
				businessDescription: text.nullable(),
			})
			.strict(),
		omittedFields: z.array(text),
		vCard: text.nullable(),
	})
	.strict();

const product = z
	.object({
		id: text,
		name: text.nullable(),
		description: text.nullable(),
		price: text.nullable(),
		availability: text.nullable(),
		isHidden: z.boolean().nullable(),
		reviewStatus: text.nullable(),
		imageUrl: text.nullable(),
		thumbnailUrl: text.nullable(),
	})
	.strict();

/** An item of Get Contact Info. */
export const contactItem = z
	.object({
		provider,
		operation: z.literal('getContactInfo'),
		chatId: text,
		phone: z.string().regex(/^\d+$/).nullable(),
		lid: text.nullable(),
		exists: z.boolean().nullable(),
		name: text.nullable(),
		contactName: text.nullable(),
		about: text.nullable(),
		avatarUrl: text.nullable(),
		isBusiness: z.boolean().nullable(),
		email: text.nullable(),
		website: text.nullable(),
		category: text.nullable(),
		description: text.nullable(),
		address: text.nullable(),
		products: z.array(product).nullable(),
		lastSeen: z.union([z.number(), text]).nullable(),
		isArchived: z.boolean().nullable(),
		isMuted: z.boolean().nullable(),
		muteExpiration: z.union([z.number(), text]).nullable(),
		isDisappearing: z.boolean().nullable(),
		messageExpiration: z.number().nullable(),
	})
	.strict();

/** An item of Check Number. */
export const checkItem = z
	.object({
		provider,
		operation: z.literal('checkNumber'),
		chatId: text,
		phone: z.string().regex(/^\d+$/),
		exists: z.boolean(),
		whatsAppId: z.string().regex(/^\d+$/).nullable(),
		lid: z
			.string()
			.regex(/^\d+@lid$/)
			.nullable(),
	})
	.strict();

/** What stands under the only key `error` of an error item. */
export const errorOfItem = z
	.object({
		message: text,
		code: z.string().regex(/^[A-Z_]+$/),
		delivery: z.enum(['notSent', 'unknown']),
		retryable: z.boolean(),
		httpStatus: z.number().int().nullable(),
		provider,
		operation: z.enum(['sendContact', 'getContactInfo', 'checkNumber']),
		chatId: text.nullable(),
		contacts: z.array(contact),
	})
	.strict();
