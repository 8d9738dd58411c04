/** The phones of one vCard, the best for WhatsApp first. */
import { isProblem, type Reading } from '../reading';
import { isBlank } from '../typed';
import type { VCardProperty } from './syntax';
import { decodeValue, paramValues, unescapeText } from './text';

/** A phone as typed. */
export interface VCardPhone {
	/** A problem where its text cannot be decoded. */
	readonly text: Reading<string>;
	/** Its WhatsApp id, where a card that WhatsApp shared tells it. */
	readonly waid?: string;
	/** A fax or a pager: nobody's WhatsApp, as long as there is any other. */
	readonly isMachine: boolean;
}

/** A card's phones in their order, and whether a part of one was left out. */
export interface VCardPhones {
	readonly phones: readonly VCardPhone[];
	readonly isCut: boolean;
}

/** Mobiles as the types of vCards and Apple's and Google's labels name them. */
const mobile =
	/^(?:cell|iphone|mobile|pcs|_\$!<mobile>!\$_|celular|cellulare|m[óo]vil|handy|мобильный|сотовый)$|whats[\s-]?app/iu;
const machine =
	/fax|pager|\bmodem\b|\bbbs\b|факс|пейджер|t[ée]l[ée]copi|传真|傳真|ファックス|팩스/iu;

/** All phones: with a WhatsApp id, mobile, preferred, others, and what no person answers. */
export function readPhones(
	properties: readonly VCardProperty[],
	labels: ReadonlyMap<string, string>,
	version: string,
): VCardPhones {
	const ranked: Array<VCardPhone & { readonly rank: number }> = [];
	let isCut = false;
	for (const property of properties) {
		const waid = paramValues(property, 'WAID').find((id) => id !== '');
		const decoded = decodeValue(property);
		const typed = isProblem(decoded) ? '' : unescapeText(decoded.value, version).trim();
		// The extension of `tel:+1-201-555-0123;ext=5` cannot be part of a WhatsApp number.
		const end = /^tel:/i.test(typed) ? typed.indexOf(';') : -1;
		if (end >= 0) isCut = true;
		const text = end < 0 ? typed : typed.slice(0, end);
		if (!isProblem(decoded) && isBlank(text) && waid === undefined) continue;
		const kinds = [
			...paramValues(property, 'TYPE'),
			...property.params.filter(({ name }) => name.startsWith('X-')).map(({ value }) => value),
			labels.get(property.group) ?? '',
		];
		const isMachine = waid === undefined && kinds.some((kind) => machine.test(kind));
		const isMobile = kinds.some((kind) => mobile.test(kind));
		const group = waid !== undefined ? 0 : isMobile ? 1 : 2;
		ranked.push({
			text: isProblem(decoded) ? decoded : { value: text },
			waid,
			isMachine,
			rank: (isMachine ? 3 : group) * 1000 + preferenceOf(property),
		});
	}
	return { phones: ranked.sort((one, other) => one.rank - other.rank), isCut };
}

const UNPREFERRED = 101;

/** 1 is the most preferred, as version 4.0 counts; the older versions know only yes and no. */
export function preferenceOf(property: VCardProperty): number {
	if (paramValues(property, 'TYPE').includes('pref')) return 1;
	const [grade] = paramValues(property, 'PREF');
	if (grade === undefined) return UNPREFERRED;
	return /^\d{1,2}$|^100$/.test(grade) ? Number(grade) : 1;
}
