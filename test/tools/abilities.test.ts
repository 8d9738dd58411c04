/** The README's table says what the providers declare, and nothing else of the page changes. */
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
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

it('says limits of methods in one range, and those of a server one by one', () => {
	const row = withAbilities(page(''))
		.split('\n')
		.find((line) => line.startsWith('| Documented'));
	const cells = row?.split('|').map((cell) => cell.trim()) ?? [];
	const of = (wanted: (provider: Provider) => boolean) =>
		cells[2 + Object.values(providers).findIndex(wanted)];
	expect(of(({ rates }) => rates.perMethod !== undefined)).toMatch(/^\d+ to \d+\/s by method$/);
	expect(of(({ rates }) => rates.perServer !== undefined)).toBe('10/s, 100/min, 1,000/h');
	expect(of(({ rates }) => !rates.perMethod && !rates.perServer)).toBe('none');
});
