// How Evolution reads a destination, flaws included: short legacy group ids lose their dash, the
// `-group` form becomes a group that does not exist, Brazilian numbers may lose a digit.

const COMPLETE = ['@g.us', '@s.whatsapp.net', '@lid', '@broadcast'];

/** The chat that a card goes to, which need not be the one that was meant. */
export function createJid(typed: string): string {
	const withoutDevice = typed.replace(/:\d+/, '');
	if (COMPLETE.some((suffix) => withoutDevice.includes(suffix))) return withoutDevice;

	const bare = withoutDevice.replace(/[\s+()]/g, '').split(/[:@]/)[0] ?? '';
	if (bare.includes('-') && bare.length >= 24) return `${bare.replace(/[^\d-]/g, '')}@g.us`;

	const digits = bare.replace(/\D/g, '');
	if (digits.length >= 18) return `${digits}@g.us`;
	return `${withoutBrazilsNinth(withoutMexicosThird(digits))}@s.whatsapp.net`;
}

/** Mexico and Argentina: 13 digits lose the third. */
const withoutMexicosThird = (digits: string): string =>
	/^5[24]\d{11}$/.test(digits) ? digits.slice(0, 2) + digits.slice(3) : digits;

/** Brazil: from area code 31 on, mobile numbers lose the ninth digit. */
function withoutBrazilsNinth(digits: string): string {
	const [, area = '', last = ''] = /^55(\d\d)\d(\d{8})$/.exec(digits) ?? [];
	return Number(area) >= 31 && Number(last.charAt(0)) >= 7 ? `55${area}${last}` : digits;
}

/** A group id that a WhatsApp account could be in; the flawed ones above are not. */
export const isGroup = (jid: string): boolean => jid.endsWith('@g.us');
/** What createJid makes of short legacy ids and of `-group` is no group of anybody's. */
export const isPossibleGroup = (jid: string): boolean =>
	/^(?:\d{18,19}|\d{5,15}-\d{10})@g\.us$/.test(jid);
