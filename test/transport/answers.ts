/** Rows: answers of every kind come back whole, or are cut where they are too large. */
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { MAX_ANSWER_BYTES } from '../../nodes/WhatsAppContacts/transport/http';
import type { Row } from './rows';
import { both } from './rows';
import type { OnRequest } from './servers';
import { answering, head } from './servers';

const STATUSES = [
	200, 201, 202, 206, 300, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 408, 409, 413, 415,
	422, 425, 429, 451, 466, 469, 499, 500, 501, 502, 503, 504, 511, 520, 599,
];

const answered = both('answer 200');
const oversized = both('answer 200 oversized');

/** Writes until the connection is gone, with regard for the reader's pace. */
const pouring =
	(headers: readonly string[], chunk: Buffer, times: number): OnRequest =>
	(socket) => {
		socket.write(head(200, headers));
		let left = times;
		const pour = (): void => {
			while (left-- > 0 && !socket.destroyed) if (!socket.write(chunk)) return;
		};
		socket.on('drain', pour);
		pour();
	};

const compressed = (encoding: string, body: Buffer): OnRequest =>
	answering(200, body, [`content-encoding: ${encoding}`]);

const zeros = Buffer.alloc(200 * 1024 * 1024);
const fast = { [constants.BROTLI_PARAM_QUALITY]: 1 };
const megabyte = Buffer.alloc(1024 * 1024, 'x');
const chunkOf = (data: Buffer): Buffer =>
	Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]);

/** Every status is an answer: the transport judges none of them. */
export const answerRows: readonly Row[] = [
	...STATUSES.map((status) => ({
		name: `status ${status}`,
		server: { onRequest: answering(status, '{"a":"ü"}', ['location: http://127.0.0.1:9/']) },
		verdicts: both(`answer ${status}`),
		text: '{"a":"ü"}',
	})),
	{
		name: 'a challenge for digest authentication is not answered',
		server: { onRequest: answering(401, 'no', ['www-authenticate: Digest realm="r", nonce="n"']) },
		verdicts: both('answer 401'),
	},
	{
		name: '407 is a proxy speaking, even with none in sight',
		server: { onRequest: answering(407, 'no') },
		verdicts: both('proxyRefused, handed over'),
	},
	{
		name: 'status 204',
		server: { onRequest: (s) => s.write(head(204, [])) },
		verdicts: both('answer 204'),
		text: '',
	},
	{ name: 'an empty body', server: { onRequest: answering(200) }, verdicts: answered, text: '' },
	{
		name: 'a GET',
		server: { onRequest: answering(200, 'got') },
		request: { method: 'GET', body: undefined, kind: 'lookUp' },
		verdicts: answered,
		text: 'got',
	},
	{
		name: 'a body in chunks',
		server: {
			onRequest: pouring(
				['transfer-encoding: chunked'],
				Buffer.from('2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n'),
				1,
			),
		},
		verdicts: answered,
		text: 'abcd',
	},
	{
		name: 'a body that ends with the connection',
		server: { onRequest: (socket) => socket.end(`${head(200, ['connection: close'])}all of it`) },
		verdicts: answered,
		text: 'all of it',
	},
	{
		name: 'early hints before the answer',
		server: {
			onRequest: (socket) => socket.write(`${head(103, [])}${head(200, ['content-length: 2'])}ok`),
		},
		verdicts: answered,
		text: 'ok',
	},
	{
		name: 'a letter cut in two by the network',
		server: {
			onRequest: (socket) => {
				socket.write(
					Buffer.concat([Buffer.from(head(200, ['content-length: 2'])), Buffer.from([0xc3])]),
				);
				setTimeout(() => socket.write(Buffer.from([0xbc])), 30);
			},
		},
		verdicts: answered,
		text: 'ü',
	},
	{
		name: 'invalid UTF-8',
		server: { onRequest: answering(200, Buffer.from([0x61, 0xff, 0xfe, 0x62])) },
		verdicts: answered,
		text: 'a\uFFFD\uFFFDb',
	},
	{
		name: 'a byte order mark',
		server: { onRequest: answering(200, '\uFEFF{}') },
		verdicts: answered,
		text: '{}',
	},
	...(['gzip', 'x-gzip', 'GZIP', 'X-Gzip'] as const).map((encoding) => ({
		name: encoding,
		server: { onRequest: compressed(encoding, gzipSync('{"a":"ü"}')) },
		verdicts: answered,
		text: '{"a":"ü"}',
	})),
	{
		name: 'deflate',
		server: { onRequest: compressed('deflate', deflateSync('ü')) },
		verdicts: answered,
		text: 'ü',
	},
	...['Deflate', 'DEFLATE'].map((encoding) => ({
		name: encoding,
		server: { onRequest: compressed(encoding, deflateSync('ü')) },
		verdicts: answered,
		text: 'ü',
	})),
	{
		name: 'BR',
		server: { onRequest: compressed('BR', brotliCompressSync('ü')) },
		verdicts: answered,
		text: 'ü',
	},
	{
		name: 'br',
		server: { onRequest: compressed('br', brotliCompressSync('ü')) },
		verdicts: answered,
		text: 'ü',
	},
	{
		name: 'a compressed error',
		server: { onRequest: answering(500, gzipSync('no'), ['content-encoding: gzip']) },
		verdicts: both('answer 500'),
		text: 'no',
	},
	...[
		...['identity', 'Identity', '', ' ', 'none', 'None', 'null', 'UTF-8', 'utf8', 'binary', '8bit'],
		...['7bit', 'base64', 'aws-chunked', 'application/json', 'secret', ',', 'identity, none'],
		...['utf-8,identity', 'gzipped', 'gzip;q=0'],
	].map((encoding) => ({
		name: `a plain body that says ${JSON.stringify(encoding)}`,
		server: { onRequest: compressed(encoding, Buffer.from('{"a":"ü"}')) },
		verdicts: answered,
		text: '{"a":"ü"}',
	})),
	...['gzip, identity', 'identity, gzip', 'none,GZIP', 'utf-8, x-gzip, binary', 'gzip,'].map(
		(encoding) => ({
			name: `a gzip body that says ${encoding}`,
			server: { onRequest: compressed(encoding, gzipSync('{"a":"ü"}')) },
			verdicts: answered,
			text: '{"a":"ü"}',
		}),
	),
	{
		name: 'a gzip body that says so in two headers',
		server: {
			onRequest: answering(200, gzipSync('ü'), [
				'content-encoding: identity',
				'Content-Encoding: gzip',
			]),
		},
		verdicts: answered,
		text: 'ü',
	},
	{
		name: 'gzip twice',
		server: { onRequest: compressed('gzip, gzip', gzipSync(gzipSync('ü'))) },
		verdicts: answered,
		text: 'ü',
	},
	{
		name: 'deflate, then gzip',
		server: { onRequest: compressed('Deflate, Gzip', gzipSync(deflateSync('ü'))) },
		verdicts: answered,
		text: 'ü',
	},
	{
		// Node.js' own streams undo no br, and axios undoes no lists.
		name: 'br, then gzip',
		server: { onRequest: compressed('br, gzip', gzipSync(brotliCompressSync('ü'))) },
		verdicts: { undici: 'answer 200', n8n: 'answer 200 oversized' },
	},
	{
		name: 'a list of codings that is none',
		server: { onRequest: compressed('gzip, identity', Buffer.from('not compressed at all')) },
		verdicts: oversized,
	},
	{
		name: 'a bomb of 200 MB, compressed twice',
		server: {
			onRequest: compressed('gzip, gzip', gzipSync(gzipSync(zeros, { level: 1 }), { level: 1 })),
		},
		verdicts: oversized,
		text: '',
	},
	{
		name: 'more codings than anybody needs',
		server: { onRequest: compressed(Array(6).fill('gzip').join(), gzipSync('a')) },
		verdicts: oversized,
	},
	{
		name: 'nothing, compressed',
		server: { onRequest: compressed('gzip', Buffer.alloc(0)) },
		verdicts: answered,
		text: '',
	},
	{
		name: 'gzip that is none',
		server: { onRequest: compressed('gzip', Buffer.from('not compressed at all')) },
		verdicts: oversized,
	},
	{
		name: 'br that is none',
		server: { onRequest: compressed('br', Buffer.from('not compressed at all')) },
		verdicts: oversized,
	},
	{
		// axios takes what it got for all there is; the JSON in it does not parse then.
		name: 'gzip that stops in the middle',
		server: { onRequest: compressed('gzip', gzipSync(megabyte).subarray(0, 400)) },
		verdicts: { undici: 'answer 200 oversized', n8n: 'answer 200' },
	},
	{
		name: 'exactly as much as is read',
		server: { onRequest: answering(200, Buffer.alloc(MAX_ANSWER_BYTES, 'x')) },
		verdicts: answered,
		text: 'x'.repeat(MAX_ANSWER_BYTES),
	},
	{
		name: 'one byte more than is read',
		server: { onRequest: answering(200, Buffer.alloc(MAX_ANSWER_BYTES + 1, 'x')) },
		verdicts: oversized,
		text: '',
	},
	{
		name: '100 MB',
		server: { onRequest: pouring(['content-length: 104857600'], megabyte, 100) },
		verdicts: oversized,
		text: '',
	},
	{
		name: 'an endless body',
		server: { onRequest: pouring(['transfer-encoding: chunked'], chunkOf(megabyte), Infinity) },
		verdicts: oversized,
		text: '',
	},
	{
		name: 'an endless body in chunks of three bytes',
		server: {
			onRequest: pouring(
				['transfer-encoding: chunked'],
				Buffer.from('3\r\nabc\r\n'.repeat(10_000)),
				Infinity,
			),
		},
		request: { timeoutMs: 20_000 },
		verdicts: oversized,
		text: '',
	},
	{
		name: 'a bomb of 200 MB (gzip)',
		server: { onRequest: compressed('gzip', gzipSync(zeros, { level: 1 })) },
		verdicts: oversized,
		text: '',
	},
	{
		name: 'a bomb of 200 MB (br)',
		server: { onRequest: compressed('br', brotliCompressSync(zeros, { params: fast })) },
		verdicts: oversized,
		text: '',
	},
];
