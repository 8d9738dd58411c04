// The embedded gateway: one process that speaks the HTTP contracts of every gateway, remembers what it
// accepted, and breaks on request.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { control } from './control';
import type { Desk } from './desk';
import { serve } from './exchange';
import { FaultPlan } from './faults/plan';
import type { Gateway } from './gateway';
import {
	GATEWAYS,
	type GatewayName,
	type InstanceSettings,
	type Sandbox,
	type StandardCredentials,
} from './gateways';
import { Instances } from './instances';
import { listen } from './listener';
import { Records } from './records';
import { Load } from './load';
import { timers } from './timers';
import type { SandboxOptions } from './types';
import { callWebhook, tell } from './webhooks';

export type * from './gateways';
export type * from './instanceTypes';
export type * from './types';
export type * from './faults/types';
export type * from './webhooks';

const all: readonly Gateway[] = GATEWAYS;
const BY_PREFIX = new Map(all.map((gateway) => [gateway.prefix, gateway]));
const kinds = new Map(all.map(({ name, account }) => [name, account]));
const badges = Object.fromEntries(all.map(({ name, account }) => [name, account.badge]));

/** Deals with a connection that the plan has a fault for; all others are the server's. */
function isMetByFault({ plan, records }: Desk, socket: Socket): boolean {
	const planned = plan.atConnection();
	if (planned === undefined) return false;
	records.faulted(planned.fault.kind);
	// Read and dropped, so that the client's leaving is noticed.
	if (planned.fault.kind === 'hang') socket.resume();
	else if (planned.fault.kind === 'close' && planned.fault.how === 'end') socket.destroySoon();
	else socket.resetAndDestroy();
	return true;
}

/** Starts a sandbox on 127.0.0.1; nothing of it outlives `close()`. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { keep = 'all', rateWindowMs = 1000, plan = [], instances: more = [] } = options;
	const answered = new WeakSet<Socket>();

	const onRequest = (request: IncomingMessage, response: ServerResponse) => {
		if (options.closeAfterResponse) {
			// In the very moment of the next request: it was written, and nothing reads it.
			if (answered.has(request.socket)) {
				desk.connectionOf(request.socket.remotePort)?.socket.resetAndDestroy();
				return;
			}
			answered.add(request.socket);
		}
		const target = request.url ?? '/';
		const slash = target.indexOf('/', 1);
		const prefix = slash < 0 ? target.slice(1).split('?')[0] : target.slice(1, slash);
		const gateway = BY_PREFIX.get(prefix ?? '');
		const path = slash < 0 ? '/' : target.slice(slash);
		if (gateway === undefined) control(desk, sandbox, request, response);
		else serve(desk, gateway, path, request, response);
	};
	const onConnection = (socket: Socket) => isMetByFault(desk, socket);

	const listener = await listen(options, onRequest, onConnection);
	const url = `${options.tls ? 'https' : 'http'}://127.0.0.1:${listener.port}`;
	const apiUrls = Object.fromEntries(
		GATEWAYS.map(({ name, prefix }) => [name, `${url}/${prefix}`]),
	) as Record<GatewayName, string>;

	const desk: Desk = {
		instances: new Instances(kinds, apiUrls, rateWindowMs),
		records: new Records(keep),
		plan: new FaultPlan(plan),
		timers: timers(),
		load: new Load(options),
		options,
		url,
		inbox: () => ({
			version: `${desk.records.era}.${desk.records.accepted.length}`,
			keepsBodies: keep === 'all',
			badges,
		}),
		connectionOf: listener.connectionOf,
	};
	const credentials = Object.fromEntries(
		all.flatMap(({ account }) =>
			Object.entries(account.standard).map(([name, settings]) => [
				name,
				desk.instances.add(settings),
			]),
		),
	) as StandardCredentials;
	for (const settings of more) desk.instances.add(settings);

	const sandbox: Sandbox = {
		url,
		apiUrls,
		credentials,
		accepted: () => desk.records.accepted,
		requests: () => desk.records.requests,
		counts: () =>
			desk.records.counts({
				connections: listener.connections(),
				openSockets: listener.openSockets(),
			}),
		reset() {
			desk.records.forget();
			desk.instances.forget();
			desk.plan = new FaultPlan();
		},
		plan(next) {
			desk.plan = new FaultPlan(next);
		},
		instances: () => desk.instances.all().map(({ settings }) => settings as InstanceSettings),
		addInstance: (settings) => desk.instances.add(settings),
		changeInstance: (...change) => desk.instances.change(...change),
		async sendWebhook({ provider, instance, url: receiver, message }) {
			const webhook = all.find(({ name }) => name === provider)?.webhook;
			const settings = desk.instances.find(provider, instance)?.settings;
			if (!webhook || !settings) throw new Error(`No webhook of ${provider} "${instance}"`);
			return await callWebhook(receiver, webhook(settings, tell(message)));
		},
		openSockets: listener.openSockets,
		close() {
			desk.timers.clear();
			return listener.close();
		},
	};
	return sandbox;
}
