/**
 * The text of a file that is not Unicode. Detectors are made for prose; an address book is a few
 * names between words in ASCII. So the detector is shown the names alone, and its answer counts as
 * far as they then look like names: of one script, with a capital first, with a language's letters.
 */
import { decoded } from '../decoded';
import { alphabets, wideEncodings } from './alphabets';

/** The name of an encoding for bytes; n8n has such a detector. */
export type DetectEncoding = (bytes: Uint8Array) => string;

/** So many bytes of names say it; more would only take longer. */
const MAX_SAMPLE = 20_000;

/** What is worse than this reads like noise. */
const WORST = 0.9;

/** Dashes and apostrophes between ASCII, where nothing else makes names of it. */
const ONLY_SIGNS = 0.8;

/** What counts as the detector's answer: the larger set of signs, or other signs for the same. */
const meant: Readonly<Record<string, readonly string[]>> = {
	'iso-8859-1': ['windows-1252'],
	'iso-8859-7': ['iso-8859-7', 'windows-1253'],
	'iso-8859-8': ['windows-1255'],
	'iso-8859-9': ['windows-1254'],
	'koi8-r': ['koi8-u'],
};

/** The text, or nothing where no encoding makes names of it. */
export function legacyText(bytes: Uint8Array, detect: DetectEncoding): string | undefined {
	const latin = Buffer.from(bytes).toString('latin1');
	// Of a picture or a page nobody has to know the letters.
	if (!/BEGIN:VCARD/i.test(latin)) return latin;
	const declared = declaredIn(latin);
	const text = declared === undefined ? undefined : decoded(bytes, declared);
	if (text !== undefined) return text;
	const sample = Buffer.from(wordsOf(latin), 'latin1');
	const answer = detect(longEnough(sample)).toLowerCase();
	const found = meant[answer] ?? [answer];
	let best: { readonly cost: number; readonly text: string } | undefined;
	for (const { encoding, cost } of costsOf(sample, found)) {
		if (cost >= (best?.cost ?? WORST)) continue;
		const whole = decoded(bytes, encoding);
		if (whole !== undefined) best = { cost, text: whole };
	}
	return best?.text;
}

/** Version 2.1 names the encoding of a value beside it; a whole file is written in one. */
function declaredIn(latin: string): string | undefined {
	for (const line of latin.split(/[\r\n]+/)) {
		if (!/[\x80-\xff]/.test(line)) continue;
		const charset = /;CHARSET="?([\w-]{1,40})/i.exec(line)?.[1]?.toLowerCase();
		if (charset !== undefined && !charset.startsWith('utf')) return charset;
	}
	return undefined;
}

/** The words that are not ASCII, behind the properties' names. */
function wordsOf(latin: string): string {
	const words: string[] = [];
	let length = 0;
	for (const [word] of latin.matchAll(/[^\s:;,="]{1,100}/g)) {
		if (!/[\x80-\xff]/.test(word)) continue;
		words.push(word);
		length += word.length + 1;
		if (length > MAX_SAMPLE) break;
	}
	return words.join('\n');
}

/** A detector that has seen a few letters only says the first that is possible. */
function longEnough(sample: Uint8Array): Uint8Array {
	const times = Math.ceil(200 / Math.max(sample.length, 1));
	return Buffer.concat(Array.from({ length: times }, () => [sample, Buffer.from('\n')]).flat());
}

function costsOf(sample: Uint8Array, found: readonly string[]) {
	const narrow = alphabets.flatMap(({ encoding, languages, isRare }) => {
		const text = decoded(sample, encoding);
		if (text === undefined || /[\x80-\x9f]/.test(text)) return [];
		const favour = (isRare ? 0.35 : 0) - (found.includes(encoding) ? 0.1 : 0);
		return [{ encoding, cost: costOf(text, languages) + favour }];
	});
	if (!wideEncodings.some(({ encoding }) => found.includes(encoding))) return narrow;
	const wide = wideEncodings.flatMap(({ encoding, common }) => {
		// Half-width letters are single bytes, which everything reads as.
		const isWide = /^[^\x80-\x9f\uff61-\uff9f]+$/.test(decoded(sample, encoding) ?? '');
		if (!isWide) return [];
		const favour = found.includes(encoding) ? 0.1 : 0;
		return [{ encoding, cost: 0.3 + shareOfRare(sample, common) - favour }];
	});
	return [...narrow, ...wide];
}

/** Common signs stand together in each of these encodings. */
function shareOfRare(sample: Uint8Array, [first, last]: readonly [number, number]): number {
	let signs = 0;
	let rare = 0;
	for (let at = 0; at < sample.length; at += 1) {
		const byte = sample[at] ?? 0;
		if (byte < 0x80) continue;
		signs += 1;
		if (byte < first || byte > last) rare += 1;
		at += 1;
	}
	return rare / Math.max(signs, 1);
}

/** 0 for names as people write them; more for each thing that no name has. */
function costOf(text: string, languages: readonly string[]): number {
	const words = (text.match(/[\p{L}\p{M}’']+/gu) ?? []).filter(isForeign);
	const odd = text.match(/[^\p{L}\p{M}\x20-\x7e\n’‘“”„«»–—…№°ºª®™•\xa0]/gu)?.length ?? 0;
	if (words.length === 0) return odd === 0 ? ONLY_SIGNS : 2;
	const torn = text.match(/(?<=\p{L})[‘“”„«»…—•№°]\p{L}/gu)?.length ?? 0;
	const spelled = languages.map(
		(letters) => words.filter((word) => isSpelledWith(word, letters)).length,
	);
	const inOne = Math.max(...spelled);
	const inAny = words.filter((word) =>
		languages.some((letters) => isSpelledWith(word, letters)),
	).length;
	const unlike = words.reduce((sum, word) => sum + unlikeName(word), 0);
	// A letter alone is hardly a name, but a dash between two words.
	const alone = words.every((word) => word.length === 1) ? 0.5 : 0;
	return (odd + torn + unlike) / words.length + alone + 1 - (3 * inOne + inAny) / words.length / 4;
}

const isForeign = (word: string) => /[^\x00-\x7f’]/.test(word);

function isSpelledWith(word: string, letters: string): boolean {
	return [...word.toLowerCase()].every(
		(letter) => letter < '\x80' || letter === '’' || letters.includes(letter),
	);
}

/** Capitals inside, no capital first, two scripts in one word, letters of a word's end elsewhere. */
function unlikeName(word: string): number {
	const hasInnerCapital = /\p{Ll}\p{Lu}/u.test(word);
	const isSmall = /^’?\p{Ll}/u.test(word);
	const isMixed = /\p{Script=Latin}/u.test(word) && /(?!\p{Script=Latin})\p{L}/u.test(word);
	const endsInside = /[ςךםןףץةى](?=\p{L})/u.test(word);
	// Latin letters with a mark stand among some without.
	const marks = word.match(/[\x80-\u024f]/g)?.length ?? 0;
	const isAllMarks = marks > 2 && marks > word.length * 0.6;
	return (
		(hasInnerCapital ? 1 : 0) +
		(isSmall ? 0.3 : 0) +
		(isMixed ? 1 : 0) +
		(endsInside ? 0.5 : 0) +
		(isAllMarks ? 0.5 : 0)
	);
}
