// Bodies that no JSON.stringify makes: dripping, endless, huge, a gzip bomb, cut off in the middle.
// All of them stop when the client hangs up.

import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Reply } from '../gateway';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const BLOCK = Buffer.alloc(64 * 1024, ' ');

/** Blanks after an opening brace: valid JSON so far, and never more than that. */
export function drip(response: ServerResponse, everyMs: number): void {
	response.writeHead(200, JSON_TYPE);
	response.write('{');
	const timer = setInterval(() => response.write(' '), everyMs);
	response.once('close', () => clearInterval(timer));
}

/** Poured as fast as it is read: only a limit of size ends it before one of time. */
export function endless(response: ServerResponse): void {
	response.writeHead(200, JSON_TYPE);
	response.write('{');
	pour(response, () => BLOCK);
}

/** The true answer behind enough blanks, so that only a limit stops a reader. */
export function huge(response: ServerResponse, { status, body }: Reply, bytes: number): void {
	const padding = Math.max(0, bytes - Buffer.byteLength(body));
	response.writeHead(status, {
		...JSON_TYPE,
		'Content-Length': padding + Buffer.byteLength(body),
	});
	let left = padding;
	pour(response, () => {
		if (left <= 0) {
			response.end(body);
			return undefined;
		}
		const block = BLOCK.subarray(0, Math.min(left, BLOCK.length));
		left -= block.length;
		return block;
	});
}

/** Writes block after block, waiting whenever the client is slower than we are. */
function pour(response: ServerResponse, next: () => Buffer | undefined): void {
	const go = () => {
		while (!response.destroyed) {
			const block = next();
			if (block === undefined) return;
			if (!response.write(block)) {
				response.once('drain', go);
				return;
			}
		}
	};
	go();
}

/** gzip members can follow one another: one of 1 MB, repeated, inflates to any size. */
export function gzipBomb(response: ServerResponse, bytes: number): void {
	const megabyte = 1024 * 1024;
	const member = gzipSync(Buffer.alloc(megabyte, ' '), { level: 9 });
	const body = Buffer.concat([
		gzipSync('{"padding":"'),
		...Array<Buffer>(Math.ceil(bytes / megabyte)).fill(member),
		gzipSync('"}'),
	]);
	response.writeHead(200, {
		...JSON_TYPE,
		'Content-Encoding': 'gzip',
		'Content-Length': body.length,
	});
	response.end(body);
}

/** Promises the whole body, writes half of it, and hands the connection over to its end. */
export function halfWay(response: ServerResponse, reply: Reply, end: () => void): void {
	const body = Buffer.from(reply.body);
	response.writeHead(reply.status, { ...reply.headers, 'Content-Length': body.length + 64 });
	response.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
		// A reset throws away what the kernel still holds: give the half a turn to leave.
		setImmediate(end);
	});
}
