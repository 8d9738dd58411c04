/** What a suite hands back, and how numbers are written. */
import type { Spread } from './statistics';

export interface Table {
	readonly title: string;
	/** What the reader must know to read it; Markdown. */
	readonly note?: string;
	readonly head: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
}

/** A goal of the project with what was measured. */
export interface Goal {
	readonly text: string;
	readonly measured: string;
	readonly reached: boolean;
}

export interface Report {
	readonly tables: readonly Table[];
	readonly goals: readonly Goal[];
}

/** Three digits that mean something. */
export function number(value: number): string {
	if (!Number.isFinite(value)) return '–';
	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
	return value.toLocaleString('en-GB', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}

/** Whole things. */
export const count = (value: number): string => value.toLocaleString('en-GB');

export const ratio = (value: number): string => `${number(value)} ×`;

export const spread = ({ median, min, max }: Spread): string =>
	`${number(median)} (${number(min)}–${number(max)})`;

export const percent = (share: number): string => `${number(100 * share)} %`;

export const kilobytes = (bytes: number): string => `${number(bytes / 1000)} kB`;

export function markdown({ title, note, head, rows }: Table): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
	return [
		`### ${title}`,
		'',
		...(note === undefined ? [] : [note, '']),
		...[head, rule, ...rows].map(line),
		'',
	].join('\n');
}
