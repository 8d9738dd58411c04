/**
 * Which keys a card's record has, under which other names they are known, and what may stand in
 * them. Blank values are sorted out before.
 */
import { z } from 'zod';
import type { CardText } from './contactCard';
import { examplePhone } from '../typed';

/** Names that the gateways' own bodies and other nodes use. */
export const aliases: ReadonlyMap<string, CardKey> = new Map<string, CardKey>([
	['phoneNumber', 'phone'],
	['phoneContact', 'phone'],
	['contactPhone', 'phone'],
	['number', 'phone'],
	['organization', 'company'],
	['wuid', 'whatsAppId'],
	['whatsappId', 'whatsAppId'],
	['name', 'fullName'],
	['contactName', 'fullName'],
	['contactBusinessDescription', 'businessDescription'],
]);

const text = z.string({
	invalid_type_error: 'must be text. Write it in quotes, e.g. "Ana Silva"',
});
const number = z.union([z.string(), z.number()], {
	errorMap: () => ({ message: `must be text or a whole number. Write e.g. "${examplePhone}"` }),
});
const phoneList = z.array(number.nullish(), {
	invalid_type_error: `must be a list. Write e.g. ["${examplePhone}"]`,
});

/** Numbers under the name of their kind, the best for WhatsApp first; all come before `phone`. */
export const phoneKinds = ['whatsapp', 'mobile', 'cell', 'tel'] as const;

/** What each key of a record holds, under its own name. */
export const cardSchemas = {
	fullName: text,
	firstName: text,
	middleName: text,
	lastName: text,
	company: text,
	email: text,
	url: text,
	businessDescription: text,
	whatsapp: number,
	mobile: number,
	cell: number,
	tel: number,
	phone: number,
	phones: phoneList,
	whatsAppId: number,
} satisfies Record<
	CardText | (typeof phoneKinds)[number] | 'phone' | 'phones' | 'whatsAppId',
	z.ZodTypeAny
>;
type CardKey = keyof typeof cardSchemas;
/** A record's checked values; what is not given is not there. */
export type CardValues = { readonly [Key in CardKey]?: z.output<(typeof cardSchemas)[Key]> };
/** The names that need no translation. */
export const cardKeys: ReadonlySet<string> = new Set(Object.keys(cardSchemas));

const byPlainKey: ReadonlyMap<string, string> = new Map(
	[...[...cardKeys].map((key) => [key, key] as const), ...aliases].map(([typed, key]) => [
		plainKey(typed),
		key,
	]),
);

/** `firstName` of `FIRSTNAME`, `first_name`, `First Name`: spreadsheets and models write them all. */
export function cardKeyOf(typed: string): string | undefined {
	return byPlainKey.get(plainKey(typed));
}

function plainKey(typed: string): string {
	return typed
		.slice(0, 100)
		.toLowerCase()
		.replace(/[\s_-]/g, '');
}
