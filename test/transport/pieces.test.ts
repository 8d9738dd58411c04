/** What the ways out are made of, each alone: bytes, codings, codes and headers. */
import { gzipSync, deflateSync } from 'node:zlib';
import { AnswerBody } from '../../nodes/WhatsAppContacts/transport/answerBody';
import { codingsOf, decoded } from '../../nodes/WhatsAppContacts/transport/codings';
import {
	codeOf,
	isCertificateError,
	isNeverConnected,
	isPolicyRefusal,
	isTlsError,
	proxyStatusOf,
} from '../../nodes/WhatsAppContacts/transport/faults';
import { MAX_ANSWER_BYTES } from '../../nodes/WhatsAppContacts/transport/http';
import { headersOf } from '../../nodes/WhatsAppContacts/transport/requestHeaders';
import { requestTo } from './asking';

describe('the body of an answer', () => {
	function collect(...chunks: Uint8Array[]): AnswerBody {
		const body = new AnswerBody();
		for (const chunk of chunks) expect(body.add(chunk)).toBe(true);
		return body;
	}
	const letters = (length: number, from = 0) =>
		Buffer.from(Array.from({ length }, (_, index) => 97 + ((from + index) % 26)));

	test.each([
		['nothing', []],
		['one chunk', [5]],
		['an empty chunk first', [0, 5]],
		['an empty chunk between', [5, 0, 5]],
		['many small chunks', Array<number>(50).fill(1000)],
		['chunks larger than a block', [10, 40_000, 70_000, 3]],
		['chunks that end with a block', [1, 16_384, 16_384, 1]],
	])('%s come back whole', (_what, lengths) => {
		let size = 0;
		const chunks = lengths.map((length) => {
			size += length;
			return letters(length, size - length);
		});
		expect(collect(...chunks).text()).toBe(letters(size).toString());
	});

	test('a chunk is a part of a larger buffer', () => {
		const whole = letters(20);
		expect(collect(whole.subarray(3, 5), whole.subarray(8, 10)).text()).toBe('deij');
	});

	test('the first chunk is kept as it is, the others share blocks', () => {
		const copied = jest.spyOn(Buffer, 'allocUnsafe');
		collect(letters(1_000_000));
		expect(copied).not.toHaveBeenCalled();
		collect(letters(3), ...Array.from({ length: 16_384 }, () => letters(1)));
		expect(copied.mock.calls).toEqual([[16_384]]);
		copied.mockClear();
		// A block is as large as what is there already, within limits.
		collect(letters(50_000), letters(50_001), letters(2_000_000), letters(500_000));
		expect(copied.mock.calls).toEqual([
			...[[50_000], [50_000]],
			...Array<number[]>(20).fill([100_001]),
			[1_048_576],
		]);
		copied.mockRestore();
	});

	test('no more is read than the limit, in one chunk or in several', () => {
		const all = letters(MAX_ANSWER_BYTES);
		expect(collect(all).add(letters(1))).toBe(false);
		expect(collect(letters(5), all.subarray(5)).text()).toHaveLength(MAX_ANSWER_BYTES);
		expect(new AnswerBody().add(Buffer.alloc(MAX_ANSWER_BYTES + 1))).toBe(false);
	});

	test('a byte order mark is no part of it, where it is at the beginning', () => {
		expect(collect(Buffer.from('\uFEFF{}')).text()).toBe('{}');
		expect(collect(Buffer.from('{\uFEFF}')).text()).toBe('{\uFEFF}');
	});
});

describe('codings', () => {
	test.each<[unknown, string[]]>([
		[undefined, []],
		['', []],
		['identity', []],
		['gzip', ['gzip']],
		[' GZIP , none,Br', ['gzip', 'br']],
		[
			['gzip', 'deflate'],
			['gzip', 'deflate'],
		],
		['x-gzip,zstd,compress,x-compress', ['x-gzip', 'zstd', 'compress', 'x-compress']],
		[7, []],
	])('%j', (header, codings) => expect(codingsOf(header)).toEqual(codings));

	async function* bytes(body: Buffer) {
		yield await Promise.resolve(body);
	}
	async function read(body: Buffer, codings: string[]): Promise<string | undefined> {
		const plain = decoded(bytes(body), codings);
		if (plain === undefined) return undefined;
		const chunks: Uint8Array[] = [];
		for await (const chunk of plain) chunks.push(chunk);
		return Buffer.concat(chunks).toString();
	}

	test('are undone, the last first', async () => {
		expect(await read(Buffer.from('plain'), [])).toBe('plain');
		expect(await read(gzipSync('a'), ['x-gzip'])).toBe('a');
		expect(await read(gzipSync(deflateSync('a')), ['deflate', 'gzip'])).toBe('a');
	});

	test.each([[['br']], [['gzip', 'br']], [['br', 'gzip']]])(
		'%j cannot be undone here',
		async (codings) => expect(await read(gzipSync('a'), codings)).toBeUndefined(),
	);
});

describe('the codes of errors', () => {
	test.each<[unknown, string | undefined]>([
		[{ code: 'ECONNRESET' }, 'ECONNRESET'],
		[{ code: 'E2' }, 'E2'],
		[{ code: `E${'X'.repeat(60)}` }, `E${'X'.repeat(60)}`],
		[{ code: `E${'X'.repeat(61)}` }, undefined],
		[{ code: 'E' }, undefined],
		[{ code: '2E' }, undefined],
		[{ code: 'http://TOKEN' }, undefined],
		[{ code: 'Token' }, undefined],
		[{ code: 'A TOKEN' }, undefined],
		[{ code: 7 }, undefined],
		[{}, undefined],
		[null, undefined],
		['ECONNRESET', undefined],
		[undefined, undefined],
	])('%j: %s', (error, code) => expect(codeOf(error)).toBe(code));

	const certificates = [
		...['CERT_HAS_EXPIRED', 'CRL_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN'],
		...['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_GET_ISSUER_CERT', 'INVALID_CA'],
		...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY'],
		...['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED'],
		...['HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UND_ERR_PRX_TLS'],
	];
	const tls = ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_TLS_HANDSHAKE_TIMEOUT'];
	const others = [
		...['ECONNRESET', 'UND_ERR_SOCKET', 'INVALID_CAR', 'UNABLE_TO_CONNECT', 'EPROTOTYPE'],
		...['UND_ERR_PRX_TLS_OTHER', 'A_CERT_', 'NO_EPROTO', 'NOT_ERR_SSL_', 'HOSTNAME_MISMATCHED'],
	];
	test('a certificate, TLS and others are told apart', () => {
		const all = [...certificates, ...tls, ...others];
		expect(all.filter(isCertificateError)).toEqual(certificates);
		expect(all.filter(isTlsError)).toEqual([...certificates, ...tls]);
	});

	test.each<[unknown, boolean]>([
		[{ name: 'SsrfBlockedIpError' }, true],
		[{ name: 'TypeError', cause: { name: 'SsrfBlockedHostnameError' } }, true],
		[{ name: 'NotSsrfBlocked' }, false],
		[{ name: 'Error' }, false],
		[{ message: 'SsrfBlocked' }, false],
		[null, false],
		['SsrfBlocked', false],
	])('%j is a refusal of the policy: %s', (error, is) => expect(isPolicyRefusal(error)).toBe(is));

	test.each<[string, string | undefined]>([
		['Proxy response (502) !== 200 when HTTP Tunneling', '502'],
		['Proxy Authentication Required (407)', '407'],
		['Proxy Authentication Required (403)', undefined],
		['no Proxy response (502)', undefined],
		['not Proxy Authentication Required (407)', undefined],
		['Proxy response (5022)', undefined],
		['', undefined],
	])('%s is the status of a proxy: %s', (message, status) => {
		expect(proxyStatusOf(new Error(message))).toBe(status);
	});

	test.each<[object | null, boolean]>([
		[{ code: 'ECONNREFUSED' }, true],
		[{ code: 'ENOTFOUND' }, true],
		[{ code: 'EAI_AGAIN' }, true],
		[{ code: 'ETIMEDOUT', syscall: 'connect' }, true],
		[{ code: 'ETIMEDOUT', syscall: 'read' }, false],
		[{ code: 'ECONNRESET' }, false],
		[{}, false],
		[null, false],
	])('%j never was a connection: %s', (error, is) => expect(isNeverConnected(error)).toBe(is));
});

describe('headers', () => {
	test('are those of a JSON API where the provider gives none, and in small letters', () => {
		expect(headersOf(requestTo('', { headers: { 'Client-Token': 'x' } }))).toEqual({
			accept: 'application/json',
			'content-type': 'application/json',
			'client-token': 'x',
		});
		const own = { Accept: 'text/plain', 'Content-Type': 'text/csv' };
		expect(headersOf(requestTo('', { headers: own }))).toEqual({
			accept: 'text/plain',
			'content-type': 'text/csv',
		});
		expect(headersOf(requestTo('', { headers: {}, body: undefined }))).toEqual({
			accept: 'application/json',
		});
	});
});
