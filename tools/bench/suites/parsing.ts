/** From n to 4n: what people paste and other nodes hand over is read in one pass, whatever it is. */
import {
	readJsonCards,
	readVCardCards,
} from '../../../nodes/WhatsAppContacts/domain/cards/readCards';
import { readChatId } from '../../../nodes/WhatsAppContacts/domain/numbers/chatId';
import { count, number, ratio, type Report, spread } from '../report';
import { type Spread, spreadOf } from '../statistics';

interface Kind {
	readonly parser: string;
	readonly of: string;
	/** How many of it are n. */
	readonly n: number;
	readonly make: (n: number) => unknown;
	readonly read: (given: unknown, country?: string, skip?: boolean) => unknown;
}

const card = (at: number) =>
	`BEGIN:VCARD\r\nVERSION:3.0\r\nN:Silva;Ana ${at};;;\r\nFN:Ana ${at} Silva\r\nTEL;TYPE=CELL:+55119${10_000_000 + at}\r\nNOTE:Bread\\, cakes and\r\n  more\r\nEND:VCARD\r\n`;
const list = (n: number, make: (at: number) => string) =>
	Array.from({ length: n }, (_, at) => make(at)).join('');
const alone = (...lines: string[]) => `BEGIN:VCARD\nTEL:+5511987654321\n${lines.join('\n')}`;
const vCard = { parser: 'vCard', read: readVCardCards };
const json = { parser: 'JSON cards', read: readJsonCards };
const chatId = { parser: 'chat id', read: readChatId };

const kinds: readonly Kind[] = [
	{ ...vCard, of: 'cards', n: 1000, make: (n) => list(n, card) },
	{
		...vCard,
		of: 'cards without a number',
		n: 2000,
		make: (n) => card(0) + 'BEGIN:VCARD\nFN:Ana\n'.repeat(n),
	},
	{
		...vCard,
		of: '`=` in quoted-printable',
		n: 1_000_000,
		make: (n) => alone('FN:Ana', `NOTE;ENCODING=QUOTED-PRINTABLE:${'='.repeat(n)}`),
	},
	{
		...vCard,
		of: 'encoded bytes, folded both ways',
		n: 100_000,
		make: (n) => alone(`FN;ENCODING=QUOTED-PRINTABLE:${'=D0=90=\n '.repeat(n)}`),
	},
	{
		...vCard,
		of: 'equal titles in `N`',
		n: 50_000,
		make: (n) => alone(`FN:${'Dr. '.repeat(n)}`, `N:Silva;Ana;;${'Dr.;'.repeat(n)}`),
	},
	{
		...vCard,
		of: 'lines that are no property',
		n: 200_000,
		make: (n) => alone('FN:Ana', 'a/b:x\n'.repeat(n)),
	},
	{
		...json,
		of: 'cards',
		n: 2000,
		make: (n) =>
			Array.from({ length: n }, (_, at) => ({ name: `Ana ${at}`, phone: '+5511987654321', at })),
	},
	{
		...json,
		of: 'unknown keys',
		n: 50_000,
		make: (n) => Object.fromEntries(Array.from({ length: n }, (_, at) => [`k${at}`, at])),
	},
	{ ...json, of: 'characters of broken text', n: 1_000_000, make: (n) => `["${'x\\n'.repeat(n)}` },
	{ ...chatId, of: 'digits', n: 1_000_000, make: (n) => '5'.repeat(n) },
	{ ...chatId, of: 'plus signs', n: 500_000, make: (n) => '+'.repeat(n) },
	{ ...chatId, of: 'numbers in a list', n: 50_000, make: (n) => '+5511987654321, '.repeat(n) },
];

/** In this process: nothing is sent, so nothing has to be kept apart. */
export function parsing(quick: boolean): Report {
	const measured = kinds.map((kind) => {
		const rounds = quick ? 3 : 9;
		const one = timesOf(kind, kind.n, rounds);
		const four = timesOf(kind, kind.n * 4, rounds);
		return { kind, one, four, growth: four.min / one.min };
	});
	const worst = measured.reduce((most, each) => (each.growth > most.growth ? each : most));
	return {
		tables: [
			{
				title: 'Growth of the parsers from n to 4n',
				note: 'Linear is 4 ×; the goal is within a factor of two. Growth is of the fastest rounds, which others on the machine disturb least.',
				head: ['parser', 'of', 'n', 'ms at n (min–max)', 'ms at 4n (min–max)', 'growth'],
				rows: measured.map(({ kind, one, four, growth }) => [
					...[kind.parser, kind.of, count(kind.n), spread(one), spread(four), ratio(growth)],
				]),
			},
		],
		goals: [
			{
				text: 'Four times the vCards, JSON cards or chat ids take at most eight times as long',
				measured: `at most ${number(worst.growth)} times (${worst.kind.parser}, ${worst.kind.of})`,
				reached: worst.growth <= 8,
			},
		],
	};
}

function timesOf({ make, read }: Kind, n: number, rounds: number): Spread {
	const given = make(n);
	read(given, 'BR', true);
	return spreadOf(
		Array.from({ length: rounds }, () => {
			const from = performance.now();
			read(given, 'BR', true);
			return performance.now() - from;
		}),
	);
}
