/** The README's moving picture is a PNG that decoders play. */
import { deflateSync, inflateSync } from 'node:zlib';
import { animated } from '../e2e/animation';

const signature = '89504e470d0a1a0a';

/** A grey picture of one colour. */
function grey(width: number, height: number, colour: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 0, 0, 0, 0], 8);
	const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, colour)]);
	const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
	const chunk = (type: string, data: Buffer) => {
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
	};
	// In two pieces, as large pictures are.
	const [one, two] = [pixels.subarray(0, 4), pixels.subarray(4)];
	return Buffer.concat([
		Buffer.from(signature, 'hex'),
		...[chunk('IHDR', header), chunk('IDAT', one), chunk('IDAT', two)],
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunksIn(png: Buffer) {
	const chunks: Array<{ type: string; data: Buffer; crc: number }> = [];
	for (let at = 8; at < png.length;) {
		const length = png.readUInt32BE(at);
		const data = png.subarray(at + 8, at + 8 + length);
		const type = png.toString('latin1', at + 4, at + 8);
		chunks.push({ type, data, crc: png.readUInt32BE(at + 8 + length) });
		at += 12 + length;
	}
	return chunks;
}

it('holds each frame whole, with its time, in the order of the standard', () => {
	const png = animated([
		{ png: grey(3, 2, 10), ms: 1500 },
		{ png: grey(3, 2, 200), ms: 700 },
	]);
	expect(png.subarray(0, 8).toString('hex')).toBe(signature);
	const chunks = chunksIn(png);
	expect(chunks.map(({ type }) => type)).toEqual([
		...['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND'],
	]);
	const data = (at: number) => chunks[at]?.data ?? Buffer.alloc(0);
	expect([data(1).readUInt32BE(0), data(1).readUInt32BE(4)]).toEqual([2, 0]);
	const control = (at: number) => ({
		sequence: data(at).readUInt32BE(0),
		size: [data(at).readUInt32BE(4), data(at).readUInt32BE(8)],
		ms: (data(at).readUInt16BE(20) / data(at).readUInt16BE(22)) * 1000,
	});
	expect(control(2)).toEqual({ sequence: 0, size: [3, 2], ms: 1500 });
	expect(control(4)).toEqual({ sequence: 1, size: [3, 2], ms: 700 });
	expect(data(5).readUInt32BE(0)).toBe(2);
	expect(inflateSync(data(3)).toString('hex')).toBe('000a0a0a000a0a0a');
	expect(inflateSync(data(5).subarray(4)).toString('hex')).toBe('00c8c8c800c8c8c8');
	// The known checksum of an empty end.
	expect(chunks.at(-1)?.crc).toBe(0xae426082);
});

it('refuses frames of two sizes, and what is no picture', () => {
	const frames = [grey(3, 2, 1), grey(2, 3, 1)].map((png) => ({ png, ms: 100 }));
	expect(() => animated(frames)).toThrow('Frame 2 is of another size');
	expect(() => animated([{ png: Buffer.from('GIF89a'), ms: 100 }])).toThrow('no PNG');
	expect(() => animated([])).toThrow('needs a frame');
});
