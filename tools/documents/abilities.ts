/** The README's table of what each gateway can do, written from what the providers declare. */
import { usualConcurrency } from '../../nodes/WhatsAppContacts/operations/defaults';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import type { Limit } from '../../nodes/WhatsAppContacts/providers/provider';

/** Below the project. */
export const ABILITIES_PAGE = 'README.md';

const BLOCK = /(<!-- what each gateway can do -->\n)[\s\S]*?(<!-- end -->)/;

const yesNo = (is: boolean) => (is ? 'yes' : 'no');

/** Bold words are the labels of the node's fields. */
const rows: ReadonlyArray<readonly [ability: string, of: (provider: Provider) => string]> = [
	[
		'A success means',
		({ delivers }) => (delivers === 'queues' ? 'accepted into a queue' : 'handed to WhatsApp'),
	],
	['**Company**', ({ carries }) => yesNo(carries.company)],
	['**Email**, **URL**', ({ carries }) => yesNo(carries.email && carries.url)],
	['**Business Description**', ({ carries }) => yesNo(carries.businessDescription)],
	['**WhatsApp ID**', ({ carries }) => yesNo(carries.whatsAppId)],
	['Several phones on one card', ({ phonesPerCard }) => yesNo(phonesPerCard === 'many')],
	[
		'Several cards of one item',
		({ cardsPerMessage }) => (cardsPerMessage === 'many' ? 'one message' : 'one message per card'),
	],
	['**Quoted Message ID**', ({ quotes }) => yesNo(quotes)],
	['**Delay (Seconds)**', delay],
	['**Presence**', ({ presence }) => yesNo(presence)],
	['**Registration**', ({ lookUps }) => yesNo(lookUps.registration)],
	['**Business Profile**', ({ lookUps }) => yesNo(lookUps.businessProfile)],
	['Numbers checked per request', ({ checkNumber }) => String(checkNumber.batch?.most ?? 1)],
	['Requests in flight unless set', inFlight],
	['Documented limits', limits],
];

function delay({ delaySeconds }: Provider): string {
	if (delaySeconds === undefined) return 'no';
	const { min, max, holds } = delaySeconds;
	return `${min}–${max} s before ${holds === 'thisCard' ? 'this card' : 'the next message'}`;
}

function inFlight({ delivers }: Provider): string {
	const { send, lookUp } = usualConcurrency[delivers];
	const range = ({ first, most }: { readonly first: number; readonly most: number }) =>
		first === most ? String(first) : `${first} to ${most}`;
	return range(send) === range(lookUp) ? range(send) : `${range(send)}; look-ups ${range(lookUp)}`;
}

const units = new Map([
	[1000, 's'],
	[60_000, 'min'],
	[3_600_000, 'h'],
]);

function limits({ rates }: Provider): string {
	const per = (perMs: number) => units.get(perMs) ?? `${perMs} ms`;
	const methods = Object.values(rates.perMethod ?? {}).flat();
	const each = [
		// Method by method they stand on the gateway's own page; here they would make the table too wide.
		...[...new Set(methods.map(({ perMs }) => perMs))].map((perMs) => {
			const starts = methods.filter((limit) => limit.perMs === perMs).map((limit) => limit.starts);
			const [least, most] = [Math.min(...starts), Math.max(...starts)];
			const range = least === most ? spelt(most) : `${spelt(least)} to ${spelt(most)}`;
			return `${range}/${per(perMs)} by method`;
		}),
		...(rates.perServer ?? []).map(({ starts, perMs }: Limit) => `${spelt(starts)}/${per(perMs)}`),
	];
	return each.length > 0 ? each.join(', ') : 'none';
}

const spelt = (count: number) => count.toLocaleString('en');

/** The page with the table of today between its two comments, in the form that prettier keeps. */
export function withAbilities(page: string): string {
	if (!BLOCK.test(page)) throw new Error(`${ABILITIES_PAGE} has no place for the table`);
	const all: readonly Provider[] = Object.values(providers);
	const lines = [
		['', ...all.map(({ displayName }) => displayName)],
		...rows.map(([ability, of]) => [ability, ...all.map((provider) => of(provider))]),
	];
	const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
	const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
	const padded = lines.map((line) => row(line.map((cell, at) => cell.padEnd(widths?.[at] ?? 0))));
	const rule = row((widths ?? []).map((width) => '-'.repeat(width)));
	const table = [padded[0], rule, ...padded.slice(1)].join('');
	return page.replace(BLOCK, (_, begin: string, end: string) => `${begin}\n${table}\n${end}`);
}
