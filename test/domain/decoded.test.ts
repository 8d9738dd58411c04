/** Bytes become text only where each of them is a letter, the same one in every Node.js. */
import { decoded } from '../../nodes/WhatsAppContacts/domain/decoded';

const signs = Uint8Array.from({ length: 0x22 }, (_, at) => 0x7f + at);

it.each([
	['windows-1252', '\x7f€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\xa0'],
	// What the web takes for the same.
	['ISO-8859-1', '\x7f€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\xa0'],
	['iso-8859-15', String.fromCharCode(...signs)],
])('reads the signs of %s', (encoding, text) => {
	expect(decoded(signs, encoding)).toBe(text);
});

it.each([
	['utf-8', [0x4a, 0xe3], undefined],
	['utf-8', [0x4a, 0xc3, 0xa3], 'Jã'],
	['utf-8', [], ''],
	['windows-1253', [0xd2], undefined],
	['x-none', [0x4a], undefined],
	['', [0x4a], undefined],
])('reads in %s %j as %j', (encoding, bytes, text) => {
	expect(decoded(Uint8Array.from(bytes), encoding)).toBe(text);
});
