/**
 * What a `Content-Encoding` means. Servers and proxies write into it what is no coding at all
 * (nothing, `none`, `UTF-8`, `Identity`): such a body is plain and must be read, for it says that a
 * card was accepted.
 */
const REAL = new Set(['gzip', 'x-gzip', 'deflate', 'br', 'zstd', 'compress', 'x-compress']);

/** The real codings of a body, in the order in which they were applied. */
export function codingsOf(header: unknown): string[] {
	const said = Array.isArray(header) ? header.join(',') : header;
	if (typeof said !== 'string') return [];
	return said
		.split(',')
		.map((coding) => coding.trim().toLowerCase())
		.filter((coding) => REAL.has(coding));
}

/** Undone by Node.js' own streams, which know no `br` before Node.js 24. */
const PLATFORM: Readonly<Record<string, 'gzip' | 'deflate'>> = {
	gzip: 'gzip',
	'x-gzip': 'gzip',
	deflate: 'deflate',
};

/** A body without its codings, or `undefined` where one of them cannot be undone here. */
export function decoded(
	body: AsyncIterable<Uint8Array>,
	codings: readonly string[],
): AsyncIterable<Uint8Array> | undefined {
	if (codings.length === 0) return body;
	let stream: ReadableStream<Uint8Array> = ReadableStream.from(body);
	for (const coding of codings.toReversed()) {
		const known = PLATFORM[coding];
		if (known === undefined) return undefined;
		stream = stream.pipeThrough<Uint8Array>(new DecompressionStream(known));
	}
	return stream;
}
