/** Contact cards from the text of vCards. */
import { type CardEntry, type CardsReading, collectCards } from '../cards/cardList';
import { readCardPhone, readWhatsAppId } from '../numbers/cardPhone';
import type { CardPhone } from '../cards/contactCard';
import { isWrittenInternationally } from '../numbers/phone';
import { isProblem, type Reading } from '../reading';
import { examplePhone } from '../typed';
import { readVCards, type VCardContact } from './vCard';

/** Reads the value of the parameter `vCard`: the text of one or many vCards. */
export function readVCardCards(text: unknown, country?: string): CardsReading {
	const field = 'vCard';
	const reading = readVCards(text);
	if (isProblem(reading)) return { field, problem: reading.problem };
	const labelOf = ({ label }: VCardContact, index: number) =>
		`card ${index + 1}${label === '' ? '' : ` (${label})`}`;
	return collectCards(
		field,
		reading.value,
		(contact, index) => {
			const entry = readEntry(contact, country);
			if (!isProblem(entry)) return entry;
			return { field, problem: labelOf(contact, index) + entry.problem };
		},
		(contact, index) => ({
			field,
			problem: `${labelOf(contact, index)} has no name. Add a line with one, e.g. FN:Ana Silva`,
		}),
	);
}

/** A problem continues the sentence that begins with the card. */
function readEntry(contact: VCardContact, country?: string): Reading<CardEntry> {
	const phones: CardPhone[] = [];
	const suspicious: string[] = [];
	const omitted = new Set(contact.omitted);
	let whatsAppId: string | undefined;
	for (const { text, waid } of contact.phones) {
		const id = waid === undefined ? undefined : readWhatsAppId(waid);
		const digits = id === undefined || isProblem(id) ? undefined : id.value;
		if (waid !== undefined && digits === undefined) omitted.add('vCard.TEL');
		if (phones.length === 0) whatsAppId = digits;
		if (digits !== undefined && !isWrittenInternationally(text)) {
			phones.push({ digits, styled: null });
			continue;
		}
		const phone = readCardPhone(text, country);
		if (isProblem(phone)) return { problem: `: ${phone.problem}` };
		phones.push(phone.value.phone);
		if (phone.value.suspicious) suspicious.push(phone.value.phone.digits);
	}
	if (phones.length === 0) {
		return { problem: ` has no phone number. Add a line with one, e.g. TEL:${examplePhone}` };
	}
	return { value: { draft: { texts: contact.texts, phones, whatsAppId }, omitted, suspicious } };
}
