// Calls a published workflow's webhook, as the outside world starts executions.
import { setTimeout as sleep } from 'node:timers/promises';

/** Posts JSON to a webhook; waits until n8n knows it, for publishing may end after its answer. */
export async function callWebhook(url: string, path: string, body: object): Promise<string> {
	const deadline = Date.now() + 10_000;
	for (;;) {
		const response = await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		const text = await response.text();
		if (response.ok) return text;
		if (response.status !== 404 || Date.now() > deadline) {
			throw new Error(`The webhook ${path} answered ${response.status}: ${text.slice(0, 300)}`);
		}
		await sleep(100);
	}
}
