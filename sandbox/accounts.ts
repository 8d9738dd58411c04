// WhatsApp behind the gateways: an account has one number, with or without an extra digit (Brazil's
// ninth, Mexico's 1, Argentina's 9), and is found by either; a gateway may not know that.

import { contactsOf, isOnWhatsApp } from './directory';
import type { Instance } from './instances';

/** The same number with the extra digit where it has none, and without where it has one. */
function twinOf(digits: string): string | undefined {
	const [, country = '', rest = ''] = /^(55\d\d|52|54)(\d+)$/.exec(digits) ?? [];
	const extra = country === '52' ? '1' : '9';
	const length = country.length === 4 ? 8 : 10;
	if (rest.length === length) return `${country}${extra}${rest}`;
	const hasExtra = rest.length === length + 1 && rest.startsWith(extra);
	return hasExtra ? country + rest.slice(1) : undefined;
}

/** Unlisted mobiles: with the digit, but in Brazil only up to area code 28. */
function usual(one: string, other: string): string {
	const [long, short] = one.length > other.length ? [one, other] : [other, one];
	const [, area, first] = /^55(\d\d)9(\d)/.exec(long) ?? [];
	if (area === undefined) return long;
	return Number(first) >= 7 && Number(area) < 31 ? long : short;
}

/** The number of the account that WhatsApp finds, which may be the asked one's twin. */
export function accountOf(instance: Instance, digits: string): string | undefined {
	const twin = twinOf(digits);
	const listed = (number: string) => contactsOf(instance).some(([key]) => key === number);
	const found = [digits, twin].find((number) => number !== undefined && listed(number));
	const account = found ?? (twin === undefined ? digits : usual(digits, twin));
	return isOnWhatsApp(instance, digits) && isOnWhatsApp(instance, account) ? account : undefined;
}
