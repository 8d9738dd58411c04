/** English: n8n accepts no other language in the editor and in the README. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './subject';

/** Keys of a description whose text a person reads. */
const SHOWN = new Set([
	'displayName',
	'description',
	'placeholder',
	'hint',
	'action',
	'name',
	'subtitle',
	'multipleValueButtonText',
]);

/** Texts below a description, each with its path. */
export function textsOf(value: unknown, at = ''): Array<{ at: string; text: string }> {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
		typeof each === 'string'
			? SHOWN.has(key)
				? [{ at: `${at}.${key}`, text: each }]
				: []
			: textsOf(each, `${at}.${key}`),
	);
}

/** Letters of another alphabet, or pictures. Country names have accents, so those may stay. */
export function isForeign(text: string): boolean {
	return /\p{Extended_Pictographic}|(?!\p{Script=Latin})\p{L}/u.test(text.replace(/[©®™]/g, ''));
}

/** Words that no English page can do without. */
const COMMON = /^(?:the|and|of|to|is|with|for|that|it|from|on)$/;

/** Whether prose is English; code, links and tables' marks do not count. */
export function isEnglish(markdown: string): boolean {
	const prose = markdown
		.replace(/```[\s\S]*?```|`[^`]*`|\]\([^)]*\)|<[^>]*>/g, ' ')
		.replace(/https?:\/\/\S+/g, ' ');
	const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
	const share = (some: readonly string[]) => some.length / Math.max(1, words.length);
	const common = words.filter((word) => COMMON.test(word));
	return share(common) > 0.1 && share(words.filter(isForeign)) < 0.02;
}

function readmeOf(root: string): string {
	const file = path.join(root, 'README.md');
	return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** What the README has to say, and how it is found there. */
const README_SAYS: ReadonlyArray<readonly [string, RegExp]> = [
	['how to install it', /^#+ .*instal/im],
	['which operations there are', /^#+ .*(?:operation|usage|send contact)/im],
	['how to get credentials', /^#+ .*credential/im],
	['example workflows', /examples\//],
	['N8N_UNVERIFIED_PACKAGES_ENABLED=true', /N8N_UNVERIFIED_PACKAGES_ENABLED=true/],
	["that it is no candidate for n8n's verified list", /one service per package|verified/i],
];

/** n8n verifies no package in another language; translations stand beside the README. */
export const textChecks: readonly Check[] = [
	{
		id: 'english-editor',
		asks: 'every text in the editor is English',
		problems: ({ nodes, credentials }) =>
			[...nodes, ...credentials]
				.flatMap((each) => textsOf(each, each.name))
				.filter(({ text }) => isForeign(text))
				.map(({ at, text }) => `${at}: ${text}`),
		note: ({ nodes, credentials }) =>
			`${[...nodes, ...credentials].flatMap((each) => textsOf(each)).length} texts`,
	},
	{
		id: 'english-readme',
		asks: 'README.md is English',
		problems: ({ root }) => (isEnglish(readmeOf(root)) ? [] : ['README.md']),
	},
	{
		id: 'readme',
		asks: 'README.md says what n8n and its users need to know before they install',
		problems: ({ root }) =>
			README_SAYS.filter(([, pattern]) => !pattern.test(readmeOf(root))).map(
				([what]) => `it does not say ${what}`,
			),
	},
];
