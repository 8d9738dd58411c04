/** The README's table says what the providers declare, and nothing else of the page changes. */
import { providers } from '../../nodes/WhatsAppContacts/providers';
import { withAbilities } from '../../tools/documents/abilities';

const page = (table: string) =>
	`# Above\n\n<!-- what each gateway can do -->\n\n${table}\n<!-- end -->\n\nBelow $& $1\n`;

it('writes a column for each gateway between the two comments', () => {
	const made = withAbilities(page('old\n'));
	const header = made.split('\n').find((line) => line.startsWith('|')) ?? '';
	const names = header.split('|').map((cell) => cell.trim());
	expect(names.filter((name) => name !== '')).toEqual(
		Object.values(providers).map(({ displayName }) => displayName),
	);
	expect(made).toMatch(/^# Above\n\n<!--/);
	expect(made).toMatch(/\n<!-- end -->\n\nBelow \$& \$1\n$/);
	expect(made).not.toContain('old');
	expect(withAbilities(made)).toBe(made);
});

it('says yes where one carries a field, and no where it does not', () => {
	const made = withAbilities(page(''));
	const row = made.split('\n').find((line) => line.startsWith('| **Company**')) ?? '';
	const cells = row.split('|').map((cell) => cell.trim());
	expect(cells.slice(2, -1)).toEqual(
		Object.values(providers).map(({ carries }) => (carries.company ? 'yes' : 'no')),
	);
});

it('does not pass a page without a place for it', () => {
	expect(() => withAbilities('# A page')).toThrow(/no place/);
});
