// The sandbox as a process of its own: prints one line of JSON with its addresses and credentials,
// and ends on SIGINT or SIGTERM.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSandbox } from './index';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			keep: { type: 'string' },
			'latency-ms': { type: 'string' },
			'slower-beyond': { type: 'string' },
			'refuses-beyond': { type: 'string' },
			'keep-alive-timeout-ms': { type: 'string' },
			'rate-window-ms': { type: 'string' },
			'close-after-response': { type: 'boolean' },
			'tls-key': { type: 'string' },
			'tls-cert': { type: 'string' },
		},
	});
	const number = (name: keyof typeof values): number | undefined =>
		values[name] === undefined ? undefined : Number(values[name]);
	const { 'tls-key': key, 'tls-cert': cert } = values;
	const sandbox = await startSandbox({
		port: number('port'),
		keep: values.keep === 'counts' ? 'counts' : 'all',
		latencyMs: number('latency-ms'),
		slowerBeyond: number('slower-beyond'),
		refusesBeyond: number('refuses-beyond'),
		keepAliveTimeoutMs: number('keep-alive-timeout-ms'),
		rateWindowMs: number('rate-window-ms'),
		closeAfterResponse: values['close-after-response'],
		tls:
			key && cert
				? { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
				: undefined,
	});
	const { url, apiUrls, credentials } = sandbox;
	process.stdout.write(`${JSON.stringify({ url, apiUrls, credentials })}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

void main();
