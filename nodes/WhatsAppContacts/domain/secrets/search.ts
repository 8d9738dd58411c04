/**
 * Finds a secret in every spelling. A text is read as all that it may mean at once, so the time
 * grows with the text's length whatever the text and the secret are made of; a pattern built from
 * a secret took for ever on some. All places of the secret that may come next are kept as the bits
 * of a row.
 */
import { BACKSLASH, CUT, isBrokenEscape, mayEscape, spelledAt } from './spelled';

/** From where to where a secret stands. */
export type Found = readonly [from: number, to: number];

/** Below this length a secret counts only as a whole word, or it would garble ids. */
const SHORT_SECRET = 8;
/** So much of a secret is known again before the mark of a cut. */
const MIN_PART = 4;
/** A power of two above the longest escape: how many rows are kept. */
const ROWS = 64;

type Row = Uint32Array<ArrayBuffer>;

/** The rows of the places that are still needed. */
class Rows {
	private readonly rows: readonly Row[];
	private readonly owners = new Float64Array(ROWS).fill(-1);

	constructor(words: number) {
		this.rows = Array.from({ length: ROWS }, () => new Uint32Array(words));
	}

	/** The row of a place, if anything is in it. */
	at(place: number): Row | undefined {
		return this.owners[place % ROWS] === place ? this.rows[place % ROWS] : undefined;
	}

	/** The row of a place, empty at first. */
	open(place: number): Row {
		const row = this.rows[place % ROWS] as Row;
		if (this.owners[place % ROWS] !== place) {
			this.owners[place % ROWS] = place;
			row.fill(0);
		}
		return row;
	}

	clear(): void {
		this.owners.fill(-1);
	}
}

export class Search {
	private readonly length: number;
	private readonly words: number;
	/** At which places of the secret a unit stands, by unit, upper and lower case alike. */
	private readonly places = new Map<number, Row>();
	/** All places from which on a cut may have taken the rest. */
	private readonly parts: Row;
	private readonly rows: Rows;
	/** ASCII characters that begin no escape and end no secret. */
	private readonly idle: Uint8Array;

	constructor(secret: string) {
		this.length = secret.length;
		this.words = (this.length >> 5) + 1;
		this.rows = new Rows(this.words);
		this.parts = new Uint32Array(this.words);
		for (let place = 0; place < this.length; place++) {
			for (const unit of casesOf(secret.charAt(place))) setBit(this.placesOf(unit), place);
			if (place >= MIN_PART) setBit(this.parts, place);
		}
		const ends = casesOf(secret.charAt(this.length - 1));
		this.idle = Uint8Array.from({ length: 0x80 }, (_, unit) =>
			ends.has(unit) || mayEscape(unit) ? 0 : 1,
		);
	}

	/** Where the secret stands in a text, from left to right, without overlaps. */
	in(text: string): Found[] {
		const hasCuts = text.includes('…');
		if (text.length < this.length && !hasCuts) return [];
		const starts = this.startsIn(text, hasCuts);
		const found: Found[] = [];
		for (let at = starts.indexOf(1); at >= 0;) {
			const end = this.endOf(text, at, hasCuts);
			if (end > at) found.push([at, end]);
			at = starts.indexOf(1, Math.max(end, at + 1));
		}
		return found;
	}

	/** Goes from right to left; a row holds the places of the secret whose rest follows. */
	private startsIn(text: string, hasCuts: boolean): Uint8Array {
		const { rows } = this;
		const starts = new Uint8Array(text.length);
		rows.clear();
		let at = text.length - 1;
		const visit = (point: number, next: number): void => {
			const rest = rows.at(next);
			if (point > 0xffff) this.stepBackTwice(rest, point, at);
			else this.stepBack(rest, true, point, () => rows.open(at));
			// A backslash may escape what follows; one before the secret is no part of it.
			if (point === BACKSLASH && rest) addTo(rows.open(at), rest);
		};
		for (; at >= 0; at--) {
			const unit = text.charCodeAt(at);
			// Most characters are nothing but themselves, and no part of a secret.
			if (unit < 0x80 && this.idle[unit] === 1 && !rows.at(at + 1)) continue;
			if (hasCuts && isCutAt(text, at)) addTo(rows.open(at), this.parts);
			spelledAt(text, at, visit);
			const row = rows.at(at);
			if (row && hasBit(row, 0)) starts[at] = 1;
		}
		return starts;
	}

	/** Adds the places of a unit behind which the rest follows, or the secret's end. */
	private stepBack(rest: Row | undefined, orEnd: boolean, unit: number, open: () => Row): void {
		const places = this.places.get(unit);
		if (!places) return;
		let row: Row | undefined;
		for (let word = 0; rest && word < this.words; word++) {
			const shifted = ((rest[word] ?? 0) >>> 1) | ((rest[word + 1] ?? 0) << 31);
			const bits = shifted & (places[word] ?? 0);
			if (bits === 0) continue;
			row ??= open();
			row[word] = (row[word] ?? 0) | bits;
		}
		const last = this.length - 1;
		if (orEnd && hasBit(places, last)) setBit(row ?? open(), last);
	}

	private stepBackTwice(rest: Row | undefined, point: number, at: number): void {
		const [high, low] = halvesOf(point);
		const between = new Uint32Array(this.words);
		this.stepBack(rest, true, low, () => between);
		this.stepBack(between, false, high, () => this.rows.open(at));
	}

	/** Goes on from a start to the farthest end; -1 where a short secret is part of a word. */
	private endOf(text: string, start: number, hasCuts: boolean): number {
		const isShort = this.length < SHORT_SECRET;
		if (isShort && isInWord(text, start - 1)) return -1;
		const { rows } = this;
		rows.clear();
		setBit(rows.open(start), 0);
		let end = -1;
		let last = start;
		for (let at = start; at <= last; at++) {
			const row = rows.at(at);
			if (!row) continue;
			if (hasBit(row, this.length) && !(isShort && isInWord(text, at))) end = at;
			if (at === text.length) break;
			if (hasCuts && isCutAt(text, at) && this.isPart(row)) end = text.indexOf('…', at);
			spelledAt(text, at, (point, next) => {
				const open = (): Row => {
					last = Math.max(last, next);
					return rows.open(next);
				};
				if (point > 0xffff) this.stepOnTwice(row, point, open);
				else this.stepOn(row, point, open);
				if (point === BACKSLASH) addTo(open(), row);
			});
		}
		return end;
	}

	private isPart(row: Row): boolean {
		return row.some((bits, word) => (bits & (this.parts[word] ?? 0)) !== 0);
	}

	/** Adds the places behind those at which a unit stands. */
	private stepOn(row: Row, unit: number, open: () => Row): void {
		const places = this.places.get(unit);
		if (!places) return;
		let next: Row | undefined;
		for (let word = 0, carry = 0; word < this.words; word++) {
			const bits = (row[word] ?? 0) & (places[word] ?? 0);
			const stepped = (bits << 1) | carry;
			carry = bits >>> 31;
			if (stepped === 0) continue;
			next ??= open();
			next[word] = (next[word] ?? 0) | stepped;
		}
	}

	private stepOnTwice(row: Row, point: number, open: () => Row): void {
		const [high, low] = halvesOf(point);
		const between = new Uint32Array(this.words);
		this.stepOn(row, high, () => between);
		this.stepOn(between, low, open);
	}

	private placesOf(unit: number): Row {
		const known = this.places.get(unit) ?? new Uint32Array(this.words);
		this.places.set(unit, known);
		return known;
	}
}

function halvesOf(point: number): readonly [number, number] {
	return [0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff)];
}

function isCutAt(text: string, at: number): boolean {
	return text.charCodeAt(at) === CUT || isBrokenEscape(text, at);
}

function casesOf(unit: string): Set<number> {
	const cases = [unit, unit.toLowerCase(), unit.toUpperCase(), unit.toUpperCase().toLowerCase()];
	return new Set(cases.filter((each) => each.length === 1).map((each) => each.charCodeAt(0)));
}

function isInWord(text: string, at: number): boolean {
	return /^[\p{L}\p{N}]$/u.test(text.charAt(at));
}

function hasBit(row: Row, bit: number): boolean {
	return (((row[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

function setBit(row: Row, bit: number): void {
	row[bit >> 5] = (row[bit >> 5] ?? 0) | (1 << (bit & 31));
}

/** Adds the bits of another row but its first, which stands for a secret not yet begun. */
function addTo(row: Row, other: Row): void {
	for (let word = 0; word < row.length; word++) {
		const bits = word === 0 ? (other[0] ?? 0) & ~1 : (other[word] ?? 0);
		row[word] = (row[word] ?? 0) | bits;
	}
}
