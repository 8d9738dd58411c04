/** The loopback gateway as the benchmark sees it: a process of its own, asked over HTTPS. */
import { request } from 'node:https';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Counts, Credential, StandardCredentials } from '../../sandbox';
import type { Certificate } from './certificate';
import { CORES, firstLine, start } from './processes';
import type { Crowd, Form } from './types';

const root = path.resolve(__dirname, '../..');

export class Gateway {
	private constructor(
		readonly latencyMs: number,
		private readonly url: string,
		private readonly credentials: StandardCredentials,
		private readonly ca: string,
	) {}

	static async open(latencyMs: number, certificate: Certificate, crowd?: Crowd): Promise<Gateway> {
		const child = start({
			core: CORES.gateway,
			args: [
				...['--import', 'tsx', path.join(root, 'sandbox/main.ts')],
				...['--keep', 'counts', '--latency-ms', String(latencyMs)],
				...(crowd ? [`--${crowd.answers}-beyond`, String(crowd.beyond)] : []),
				...['--tls-key', certificate.keyFile, '--tls-cert', certificate.certFile],
			],
		});
		const { url, credentials } = JSON.parse(await firstLine(child)) as {
			url: string;
			credentials: StandardCredentials;
		};
		return new Gateway(latencyMs, url, credentials, readFileSync(certificate.certFile, 'utf8'));
	}

	credential(form: Form): Credential {
		return this.credentials[form];
	}

	async reset(): Promise<void> {
		await this.ask('POST', 'reset');
	}

	async counts(): Promise<Counts> {
		return JSON.parse(await this.ask('GET', 'counts')) as Counts;
	}

	private ask(method: string, order: string): Promise<string> {
		return new Promise((resolve, reject) => {
			const url = `${this.url}/_sandbox/${order}`;
			const asked = request(url, { method, ca: this.ca, agent: false }, (response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (text += chunk));
				response.on('end', () => resolve(text));
			});
			asked.on('error', reject);
			asked.end();
		});
	}
}
