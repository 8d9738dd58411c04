/**
 * Numbers of Brazil, Mexico and Argentina have two spellings, with and without an extra digit, and
 * a WhatsApp account has one of them. Evolution API takes the digit off before it looks; some of
 * its methods then find the account all the same, and others deny it.
 */

/** Country and area code, the extra digit, and how long the rest is. */
const spellings = [
	{ head: /^55\d\d/, extra: '9', rest: 8 },
	{ head: /^52/, extra: '1', rest: 10 },
	{ head: /^54/, extra: '9', rest: 10 },
] as const;

/** Whether `exists: false` may be wrong of these digits. */
export const mayBeDenied = (digits: string): boolean => /^5[245]/.test(digits);

/** Whether two numbers, in digits, can be one account's: equal but for the extra digit. */
export function isSameAccount(one: string, other: string): boolean {
	return withoutExtra(one) === withoutExtra(other);
}

/** Whether Evolution API takes a digit off these that is no extra one: what is left is a stranger's. */
export function wouldReachAnother(digits: string): boolean {
	if (withoutExtra(digits) !== digits) return false;
	return /^5[24]\d{11}$/.test(digits) || /^55(?:3[1-9]|[4-9]\d)\d[7-9]\d{7}$/.test(digits);
}

function withoutExtra(digits: string): string {
	for (const { head, extra, rest } of spellings) {
		const start = head.exec(digits)?.[0].length;
		if (start !== undefined && digits.length === start + 1 + rest && digits[start] === extra) {
			return digits.slice(0, start) + digits.slice(start + 1);
		}
	}
	return digits;
}
