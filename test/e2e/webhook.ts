// Calls a published workflow's webhook or fills its form in, as the outside world starts executions.
import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage } from '../../sandbox';
import type { Kit } from '../gateways';
import type { TestBed } from './testBed';

/** Posts JSON to a webhook. */
export async function callWebhook(url: string, path: string, body: object): Promise<string> {
	return await post(`${url}/webhook/${path}`, () => ({
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	}));
}

/** Uploads a file into the first field of a form. */
export async function fillForm(url: string, path: string, file: File): Promise<string> {
	return await post(`${url}/form/${path}`, () => {
		const body = new FormData();
		body.append('field-0', file);
		return { body };
	});
}

/** Lets a gateway of the sandbox call a webhook with a message, as soon as n8n knows the address. */
export async function receiveMessage(
	{ sandbox, n8n }: TestBed,
	{ gateway, accounts: [account] }: Kit,
	path: string,
	message: IncomingMessage,
): Promise<void> {
	const { instance } = sandbox.credentials[account];
	const url = `${n8n.url}/webhook/${path}`;
	const deadline = Date.now() + 10_000;
	for (;;) {
		const answer = await sandbox.sendWebhook({ provider: gateway, instance, url, message });
		if (answer.status === 200) return;
		if (answer.status !== 404 || Date.now() > deadline) {
			throw new Error(`${url} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
		}
		await sleep(100);
	}
}

/** Waits until n8n knows the address, for publishing may end after its answer. */
async function post(address: string, request: () => RequestInit): Promise<string> {
	const deadline = Date.now() + 10_000;
	for (;;) {
		const response = await fetch(address, { method: 'POST', ...request() });
		const text = await response.text();
		if (response.ok) return text;
		if (response.status !== 404 || Date.now() > deadline) {
			throw new Error(`${address} answered ${response.status}: ${text.slice(0, 300)}`);
		}
		await sleep(100);
	}
}
