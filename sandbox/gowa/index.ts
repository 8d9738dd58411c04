// GOWA's front door. Order of the guards: Basic auth, then the method, then the device, then its
// connection, then what the method asks.

import type { Addressing, Call, Gateway, Outcome, Route } from '../gateway';
import type { Instances } from '../instances';
import { fixedAnswer, isObject } from '../replies';
import { account, type Gowa, type Handler } from './account';
import { isBasic, pairIn } from './basic';
import { contacts, groups } from './lists';
import { avatar, businessProfile, check, info, status } from './lookups';
import { deviceRequired, noSuchDevice, notConnected, success, text, unauthorized } from './replies';
import { cardOf, sendContact } from './sendContact';

const METHODS = new Map<string, Handler>([
	['POST send/contact', sendContact],
	['GET user/info', info],
	['GET user/avatar', avatar],
	['GET user/business-profile', businessProfile],
	['GET user/check', check],
	['GET user/my/contacts', contacts],
	['GET user/my/groups', groups],
]);

/** Answered in every state of the device. */
const ANY_STATE = new Map<string, Handler>([['GET app/status', status]]);

/** Look at no device. */
const WITHOUT_DEVICE = new Map<string, (instances: Instances) => Outcome>([
	[
		'GET app/info',
		() => success('App info', { version: 'v9.2.0', os: 'Sandbox', base_path: '/gowa' }),
	],
	[
		'GET devices',
		(instances) => success('List devices', (instances.all('gowa') as Gowa[]).map(deviceOf)),
	],
]);

function deviceOf({ settings: { instance, state = 'connected' } }: Gowa) {
	const said = state === 'loggedOut' ? 'logged_out' : state;
	return { id: instance, state: said, created_at: '2026-08-22T13:47:59Z' };
}

/** As Go's `url.QueryUnescape` reads it; what cannot be read stays. */
function deviceIn({ headers, query }: Call): string {
	const header = headers['x-device-id'];
	if (typeof header !== 'string' || header === '') return query.get('device_id') ?? '';
	try {
		return decodeURIComponent(header.replaceAll('+', ' '));
	} catch {
		return header;
	}
}

/** Which of them a device belongs to does not matter: each pair of a server opens all of it. */
export const gowa = {
	name: 'gowa',
	account,
	prefix: 'gowa',

	route(call, find): Route {
		const method = call.segments.join('/');
		const instanceName = deviceIn(call);
		const instance = find(instanceName);
		const operation = method === 'send/contact' ? 'send' : 'read';
		return { provider: 'gowa', instanceName, instance, method, operation };
	},

	addressing({ query }, _route, body): Addressing {
		if (isObject(body)) {
			const chatIds = typeof body.phone === 'string' ? [body.phone] : [];
			return { chatIds, cards: [cardOf(body)] };
		}
		const asked = query.get('phone');
		return { chatIds: asked ? [asked] : [], cards: [] };
	},

	handle(call, route, instances: Instances): Outcome {
		const { authorization } = call.headers;
		const device = route.instance as Gowa | undefined;
		if (call.verb === 'GET' && route.method === 'health') return text(200, 'OK');
		if (device?.settings.token !== '') {
			const pair = pairIn(authorization);
			if (isBasic(authorization) && pair === undefined) return text(400, 'Bad Request');
			const pairs = instances.all('gowa').map(({ settings }) => settings.token);
			if (pair === undefined || !pairs.includes(pair)) return unauthorized();
		}
		const name = `${call.verb} ${route.method}`;
		const alone = WITHOUT_DEVICE.get(name);
		if (alone) return alone(instances);
		const whatever = ANY_STATE.get(name);
		const handle = METHODS.get(name) ?? whatever;
		if (!handle) return text(404, `Cannot ${call.verb} ${call.path}`);
		if (route.instanceName === '') return deviceRequired();
		if (!device) return noSuchDevice(route.instanceName);
		const fixed = fixedAnswer(device, route.method);
		if (fixed !== undefined) return fixed;
		if (whatever) return whatever(call, device);
		const { state } = device.settings;
		if (state === 'disconnected') {
			return notConnected('you are not connect to services server, please reconnect');
		}
		if (state === 'loggedOut') return notConnected('you are not logged in');
		return handle(call, device);
	},
} as const satisfies Gateway;
