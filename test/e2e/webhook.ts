// Calls a published workflow's webhook or fills its form in, as the outside world starts executions.
import { setTimeout as sleep } from 'node:timers/promises';

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
