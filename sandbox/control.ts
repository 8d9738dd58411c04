// The sandbox seen from another process: what it accepted, what it was asked, and the orders that
// the API of `startSandbox` gives, as JSON over HTTP. Also the way to the inbox page.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from './desk';
import type { Plan, Rule } from './faults/types';
import type { AnyInstance } from './instanceTypes';
import { inboxAnswer } from './inbox';
import type { AnySandbox } from './types';
import type { WebhookOrder } from './webhooks';

type Order = (sandbox: AnySandbox, body: unknown) => unknown;

const ORDERS: Record<string, Order> = {
	'GET /_sandbox': ({ url, apiUrls, credentials }) => ({ url, apiUrls, credentials }),
	'GET /_sandbox/accepted': (sandbox) => sandbox.accepted(),
	'GET /_sandbox/requests': (sandbox) => sandbox.requests(),
	'GET /_sandbox/counts': (sandbox) => sandbox.counts(),
	'GET /_sandbox/instances': (sandbox) => sandbox.instances(),
	'POST /_sandbox/reset': (sandbox) => {
		sandbox.reset();
		return { reset: true };
	},
	'POST /_sandbox/plan': (sandbox, body) => {
		sandbox.plan(body as Plan | Rule[]);
		return { planned: true };
	},
	/** One instance or a list; answers the credential of each. */
	'POST /_sandbox/instances': (sandbox, body) =>
		[body].flat().map((settings) => sandbox.addInstance(settings as AnyInstance)),
	/** `{ provider, instance, …switches }` for an instance that exists. */
	'PATCH /_sandbox/instances': (sandbox, body) => {
		const { provider, instance, ...switches } = body as AnyInstance;
		sandbox.changeInstance(provider, instance, switches);
		return { changed: true };
	},
	/** Answers how the receiver did. */
	'POST /_sandbox/webhooks': (sandbox, body) => sandbox.sendWebhook(body as WebhookOrder),
};

/** Whatever is no gateway's: the inbox page, orders, and the place where redirects lead. */
export function control(
	desk: Desk,
	sandbox: AnySandbox,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const path = (request.url ?? '/').split('?')[0] ?? '/';
	const send = (
		status: number,
		type: string,
		body: string,
		headers: Record<string, string> = {},
	) => {
		response.writeHead(status, { ...headers, 'Content-Type': `${type}; charset=utf-8` });
		response.end(body);
	};
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		const body = Buffer.concat(chunks).toString('utf8');
		if (path.startsWith('/_sandbox/elsewhere')) {
			noteVisit(desk, request, body);
			send(200, 'application/json', '{"elsewhere":true}');
			return;
		}
		const inbox =
			request.method === 'GET' && inboxAnswer(sandbox, request.url ?? '/', desk.inbox());
		if (inbox) return send(200, inbox.type, inbox.body, inbox.headers);
		const order = ORDERS[`${request.method} ${path}`];
		if (order === undefined) return send(404, 'text/plain', 'The sandbox has no such page');
		void carryOut(order, sandbox, body).then(
			(answer) => send(200, 'application/json', JSON.stringify(answer)),
			(error: unknown) => send(400, 'application/json', JSON.stringify({ error: String(error) })),
		);
	});
}

async function carryOut(order: Order, sandbox: AnySandbox, body: string): Promise<unknown> {
	return await order(sandbox, body === '' ? undefined : JSON.parse(body));
}

/** Nobody should come here: a redirect that was followed is a recorded request. */
function noteVisit(desk: Desk, request: IncomingMessage, body: string): void {
	const record = desk.records.request({
		at: Date.now(),
		method: request.method ?? '',
		path: request.url ?? '',
		headers: request.headers,
		body,
		status: null,
		connection: desk.connectionOf(request.socket.remotePort)?.number ?? 0,
	});
	desk.records.answered(record, 200);
}
