/**
 * Where a gateway lives, and what is below it. Shared by every provider's signing, which the
 * credential files bundle as well: so no zod here.
 */
import type { Reading } from '../domain/reading';
import { withoutLast } from '../domain/texts';
import type { Signable } from './provider';
import { leadsUp } from './waysUp';

/** Reads a base address: http(s), a path prefix allowed, trailing slashes taken off. */
export function readApiUrl(value: unknown): Reading<string> {
	const typed = typeof value === 'string' ? value.trim() : '';
	const example = 'Write the address your gateway gives you, e.g. https://api.example.com';
	if (typed === '') return { problem: `is empty. ${example}` };
	if (!URL.canParse(typed)) return { problem: `is not a web address. ${example}` };
	const url = new URL(typed);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return { problem: `does not begin with https:// or http://. ${example}` };
	}
	if (url.username !== '' || url.password !== '') {
		return { problem: `has a user name or password in it. ${example}` };
	}
	if (/[?#]/.test(typed)) return { problem: `has a ? or # in it. ${example}` };
	return { value: withoutLast(`${url.origin}${url.pathname}`, '/') };
}

/** A path segment of any text; text that is no valid Unicode is made so rather than thrown at. */
export function encodeSegment(text: string): string {
	// No encoding keeps these two from climbing, and no gateway has an instance of that name.
	if (/^\.{1,2}$/.test(text)) throw new ForeignUrlError();
	return encodeURIComponent(text.toWellFormed());
}

/** A URL below a base address. */
export interface Below {
	readonly base: string;
	/** The path's segments after the base. */
	readonly segments: readonly string[];
	/** `?…#…` or empty. */
	readonly tail: string;
}

/** A base address that can be compared with. */
interface Base {
	readonly written: string;
	readonly origin: string;
	readonly pathname: string;
}

/** All requests of a run lie below one address, so it is parsed once. */
let last: { readonly apiUrl: unknown; readonly base: Base | undefined } | undefined;

function baseOf(apiUrl: unknown): Base | undefined {
	if (last?.apiUrl === apiUrl) return last?.base;
	const reading = readApiUrl(apiUrl);
	let base: Base | undefined;
	if (!('problem' in reading)) {
		const { origin, pathname } = new URL(reading.value);
		base = { written: reading.value, origin, pathname };
	}
	last = { apiUrl, base };
	return base;
}

/**
 * Splits a URL at its base; `undefined` when it lies elsewhere. Compared as parsed URLs, so
 * that neither `..` nor `https://api.example.com.evil.com` passes for the base.
 */
export function below(target: string, apiUrl: unknown): Below | undefined {
	const base = baseOf(apiUrl);
	if (base === undefined || !URL.canParse(target)) return undefined;
	const url = new URL(target);
	const prefix = withoutLast(base.pathname, '/');
	if (url.origin !== base.origin || url.username !== '' || url.password !== '') return undefined;
	if (!url.pathname.startsWith(`${prefix}/`)) return undefined;
	const segments = url.pathname
		.slice(prefix.length + 1)
		.replace(/^\/+/, '')
		.split('/');
	return { base: base.written, segments, tail: `${url.search}${url.hash}` };
}

/** Puts a split URL together again. */
export function join({ base, segments, tail }: Below): string {
	return `${base}/${segments.join('/')}${tail}`;
}

/** Thrown by signing, for the one caller whose users type URLs: n8n's HTTP Request node. */
export class ForeignUrlError extends Error {
	constructor() {
		super(
			"The URL does not begin with this credential's API URL, or leads up from it, so its secrets " +
				'were not added. ' +
				'Write the URL with the API URL of the credential',
		);
		this.name = 'ForeignUrlError';
	}
}

/** Splits a request's URL or refuses it. */
export function belowOrRefuse(request: Signable, apiUrl: unknown): Below {
	const split = below(request.url, apiUrl);
	if (!split || (request.isTyped && leadsUp(split.segments.join('/')))) throw new ForeignUrlError();
	return split;
}
