/** What people type and paste, character by character: everything read from a person goes through here. */
import {
	holdsSeveral,
	isBlank,
	isGiven,
	oneLine,
	plain,
	quoted,
	shortened,
	typedText,
} from '../../nodes/WhatsAppContacts/domain/typed';

it.each([
	['', ''],
	[' Ana ', 'Ana'],
	['Ana\r\n\tSilva', 'Ana Silva'],
	['A \u0000 B\u0085C\u2028D\u2029\u2029 E\n', 'A B C D E'],
	['A  B', 'A  B'],
	['\n\n', ''],
	['A\ud83d', 'A\ufffd'],
	['\u{1f600}', '\u{1f600}'],
])('makes one line of %j', (text, line) => {
	expect(oneLine(text)).toBe(line);
});

it.each([
	['', true],
	[' \t\r\n\u00a0\ufeff', true],
	['\u200b\u200e\u00ad', true],
	['\ufe0e\ufe0f', true],
	['\u200b.', false],
	['0', false],
	['\ufe0d', false],
])('sees whether there is nothing to see in %j', (text, blank) => {
	expect(isBlank(text)).toBe(blank);
	expect(isGiven(text)).toBe(!blank);
});

it.each([
	[null, false],
	[undefined, false],
	[0, true],
	[false, true],
	[[], true],
	[{}, true],
])('takes %j as given: %s', (value, given) => {
	expect(isGiven(value)).toBe(given);
});

it.each([
	[' +7\u200e900\u00ad\ufe0f ', '+7900'],
	['\uff0b\uff17\uff20\uff43\uff5e\uff01', '+7@c~!'],
	['\uff00\uff5f', '\uff00\uff5f'],
	['\u0660\u0661\u0669\u06f0\u06f2\u06f9', '019029'],
	['\u065f\u066a\u06ef\u06fa', '\u065f\u066a\u06ef\u06fa'],
	['1\u20102\u20113\u20124\u20135\u20146\u20157\u22128\ufe589\ufe63', '1-2-3-4-5-6-7-8-9-'],
	['\u2016', '\u2016'],
])('makes plain characters of %j', (text, as) => {
	expect(plain(text)).toBe(as);
});

it.each([
	...['a@b c@d', '+1 +2', '+ 1 + 2', '+1+2', '\uff0b1\uff0b2', '12345,67890', '12345;67890'],
	...['12345|67890', '12345\n67890', '12345\r67890', '1-23-45, (67) 890'],
	...['12345678 12345678', '12345678/12345678', '1234567 123456789'],
])('sees more than one number in %j', (text) => {
	expect(holdsSeveral(text)).toBe(true);
});

it.each([
	...['', 'a@b', '+1', '+ 1', '+ +', '+a +b', '12345,6789', '1234,56789', '12345,', '1,2,3,4,5,6'],
	...['1234567 12345678', '123456 1234567890', '1234567/12345678', '1234567890123456', '@'],
])('sees no more than one number in %j', (text) => {
	expect(holdsSeveral(text)).toBe(false);
});

it.each([
	['Ana', 'Ana'],
	[' Ana\nSilva ', 'Ana Silva'],
	['A\u200bB\ufffdC\ue000D\u{e0001}', 'ABCD'],
	['A\ud83d', 'A'],
	['x'.repeat(60), 'x'.repeat(60)],
	['x'.repeat(61), `${'x'.repeat(59)}…`],
	['\u{1f600}'.repeat(60), '\u{1f600}'.repeat(60)],
	['\u{1f600}'.repeat(61), `${'\u{1f600}'.repeat(59)}…`],
	// What stands far behind is not looked at.
	[`${'\n'.repeat(999)}xy`, 'x'],
])('shows %j in a message', (text, shown) => {
	expect(shortened(text)).toBe(shown);
	expect(quoted(text)).toBe(`"${shown}"`);
});

it.each([
	[null, ''],
	[undefined, ''],
	['', ''],
	[' +1 ', ' +1 '],
	[0, '0'],
	[79001234567, '79001234567'],
	[Number.MAX_SAFE_INTEGER, '9007199254740991'],
	[0n, '0'],
	[120363043968066561n, '120363043968066561'],
])('takes %p for the text %j', (value, text) => {
	expect(typedText(value)).toEqual({ value: text });
});

it.each([
	[true, /^is neither text nor a number\. Write e\.g\. \+/],
	[{}, /^is neither text nor a number/],
	[[], /^is neither text nor a number/],
	[-1n, /^is neither text nor a number/],
	[-1, /^-1 is no whole number\. Write digits only, e\.g\. \+/],
	[1.5, /^1\.5 is no whole number/],
	[NaN, /^NaN is no whole number/],
	[Infinity, /^Infinity is no whole number/],
	[-(2 ** 60), /is no whole number/],
	[2 ** 53, /^the number 9007199254740992 is too long to be kept exactly\. Write it as text, in/],
])('refuses %p', (value, problem) => {
	expect(typedText(value)).toEqual({ problem: expect.stringMatching(problem) });
});
