// An ordinary answer on its way out, after the latency that the server was given.

import type { Exchange } from './desk';
import type { Reply } from './gateway';
import { KEEP_ALIVE_MS } from './listener';

/** Sends the reply; a client that left is not an error. */
export function answer(exchange: Exchange, reply: Reply): void {
	const { latencyMs } = exchange.desk.load;
	if (latencyMs) exchange.desk.timers.after(latencyMs, () => write(exchange, reply));
	else write(exchange, reply);
}

function write(
	{ response, record, desk }: Exchange,
	{ status, headers, body, encoding }: Reply,
): void {
	if (response.destroyed) return;
	desk.records.answered(record, status);
	const { announceKeepAlive, keepAliveTimeoutMs = KEEP_ALIVE_MS } = desk.options;
	response.writeHead(status, {
		...(announceKeepAlive === false
			? {}
			: { 'Keep-Alive': `timeout=${Math.floor(keepAliveTimeoutMs / 1000)}` }),
		...headers,
		...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body, encoding) }),
	});
	response.end(body, encoding ?? 'utf8');
}
