// One request from its first byte to its answer: read it, let the plan of faults have its say, let
// the gateway judge it, write down what was accepted, answer.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from './answering';
import type { Addressing, Call, Gateway, Route } from './gateway';
import { commit } from './acceptance';
import type { Desk, Exchange } from './desk';
import type { PlannedFault } from './faults/plan';
import { after, before, resetSocket } from './faults/perform';
import { jsonOf, nginx } from './replies';

/** Bodies above this are cut off; none of the vendors' limits that a card can meet is near. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** Deals with one request to a gateway. `path` is below the gateway's prefix, with its query. */
export function serve(
	desk: Desk,
	gateway: Gateway,
	path: string,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const { records, plan } = desk;
	const call = readHead(request, path);
	const routed = () => gateway.route(call, (name) => desk.instances.find(gateway.name, name));
	const route = routed();
	const record = records.request({
		at: call.at,
		method: call.verb,
		path: request.url ?? '',
		headers: request.headers,
		body: '',
		status: null,
		connection: desk.connectionOf(request.socket.remotePort)?.number ?? 0,
	});
	const exchange: Exchange = { gateway, call, route, record, response, desk, era: records.era };
	const early = plan.atHeaders(route);
	if (early !== undefined) {
		note(exchange, early);
		resetSocket(exchange, early.fault);
		return;
	}
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => {
		call.bytes += chunk.length;
		if (call.bytes <= LARGEST_BODY) chunks.push(chunk);
	});
	request.on('end', () => {
		const [only] = chunks;
		const whole = chunks.length === 1 && only ? only : Buffer.concat(chunks);
		call.body = whole.toString('utf8');
		record.body = call.body;
		if (route.instance === undefined) exchange.route = routed();
		proceed(gateway, exchange);
	});
	request.on('error', () => undefined);
}

function readHead(request: IncomingMessage, target: string): Call {
	const mark = target.indexOf('?');
	const path = mark < 0 ? target : target.slice(0, mark);
	return {
		verb: request.method ?? 'GET',
		path,
		segments: segmentsOf(path),
		query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
		headers: request.headers,
		body: '',
		bytes: 0,
		at: Date.now(),
	};
}

/** A doubled slash is an empty segment, and so a wrong address; one at the end does not matter. */
function segmentsOf(path: string): string[] {
	const segments = path.split('/').slice(1).map(decode);
	if (segments.at(-1) === '') segments.pop();
	return segments;
}

function decode(segment: string): string {
	if (!segment.includes('%')) return segment;
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

function proceed(gateway: Gateway, exchange: Exchange): void {
	const { call, route, desk } = exchange;
	desk.load.enter(exchange.response);
	if (desk.load.refuses) {
		answer(exchange, nginx(429, 'Too Many Requests').reply);
		return;
	}
	const planned = desk.plan.atBody(route, () => addressing(gateway, route, call));
	if (planned !== undefined) note(exchange, planned);
	const judge = () => {
		const outcome = gateway.handle(call, route, desk.instances);
		const finish = () => {
			commit(exchange, outcome);
			if (planned === undefined) answer(exchange, outcome.reply);
			else after(exchange, planned.fault, outcome.reply, (reply) => answer(exchange, reply));
		};
		if (outcome.waitMs) desk.timers.after(outcome.waitMs, finish);
		else finish();
	};
	if (planned === undefined) judge();
	else before(exchange, planned.fault, judge, (reply) => answer(exchange, reply));
}

function note({ record, desk }: Exchange, { fault }: PlannedFault): void {
	record.fault = fault.kind;
	desk.records.faulted(fault.kind);
}

function addressing(gateway: Gateway, route: Route, call: Call): Addressing {
	return gateway.addressing(call, route, jsonOf(call.body));
}
