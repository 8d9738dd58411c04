// An animated PNG of screenshots, which GitHub and browsers play: the frames' own compressed data in
// one file, so nothing is encoded anew (W3C, PNG third edition, chunks acTL, fcTL and fdAT).

/** A screenshot, and how long it is shown. */
export interface Frame {
	readonly png: Buffer;
	readonly ms: number;
}

interface Chunk {
	readonly type: string;
	readonly data: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Plays for ever. All frames must be of one size, as screenshots of one page are. */
export function animated(frames: readonly Frame[]): Buffer {
	const [first] = frames;
	if (first === undefined) throw new Error('An animation needs a frame');
	const header = headerOf(first.png);
	let sequence = 0;
	const shown = frames.flatMap(({ png, ms }, at): Chunk[] => {
		if (!headerOf(png).equals(header)) throw new Error(`Frame ${at + 1} is of another size`);
		const control = controlOf(header, ms, sequence++);
		const data = Buffer.concat(
			chunksOf(png).flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : [])),
		);
		if (at === 0) return [control, { type: 'IDAT', data }];
		return [control, { type: 'fdAT', data: Buffer.concat([number(sequence++), data]) }];
	});
	const chunks = [
		{ type: 'IHDR', data: header },
		{ type: 'acTL', data: Buffer.concat([number(frames.length), number(0)]) },
		...shown,
		{ type: 'IEND', data: Buffer.alloc(0) },
	];
	return Buffer.concat([SIGNATURE, ...chunks.map(written)]);
}

/** Where a frame stands (all of the picture), and how long; it replaces what was there. */
function controlOf(header: Buffer, ms: number, sequence: number): Chunk {
	const duration = Buffer.alloc(4);
	duration.writeUInt16BE(ms, 0);
	duration.writeUInt16BE(1000, 2);
	const place = Buffer.concat([header.subarray(0, 8), number(0), number(0)]);
	return {
		type: 'fcTL',
		data: Buffer.concat([number(sequence), place, duration, Buffer.from([0, 0])]),
	};
}

/** Width, height and how pixels are written. */
function headerOf(png: Buffer): Buffer {
	const [first] = chunksOf(png);
	if (first?.type !== 'IHDR') throw new Error('This is no PNG');
	return first.data;
}

function chunksOf(png: Buffer): Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = SIGNATURE.length; at + 12 <= png.length;) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
		at += 12 + length;
	}
	return chunks;
}

function written({ type, data }: Chunk): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([number(data.length), body, number(checksum(body))]);
}

function number(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

/** CRC-32, which Node.js has only since 22. */
function checksum(bytes: Buffer): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return (crc ^ 0xffffffff) >>> 0;
}
