/** Texts from outside are cut to what a message can hold, and without a pattern. */
import { bounded, withoutLast } from '../../nodes/WhatsAppContacts/domain/texts';

it.each([
	['', 5, ''],
	['Olá', 3, 'Olá'],
	['Olá!', 3, 'Olá…'],
	['Olá, Ana', 3, 'Olá…'],
	// Half a letter of two units is no text that JSON could hold.
	['a😀b', 2, 'a\uFFFD…'],
	['a😀b', 3, 'a😀…'],
	['"\\\n', 3, '"\\\n'],
	['"\\\n.', 3, '"\\\n…'],
])('cuts %j to %i letters', (text, most, cut) => {
	expect(bounded(text, most)).toBe(cut);
});

it.each([
	['https://example.com///', '/', 'https://example.com'],
	['https://example.com', '/', 'https://example.com'],
	['a/b', '/', 'a/b'],
	['wait. ! .', '.! ', 'wait'],
	['///', '/', ''],
	['', '/', ''],
])('takes from %j each last one of %j', (text, characters, rest) => {
	expect(withoutLast(text, characters)).toBe(rest);
});
