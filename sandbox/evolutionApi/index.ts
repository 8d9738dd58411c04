// Evolution's front door, for a v2 and a v1 server. Order of the guards: body parser, route, does
// the instance exist (404 even without a key), is the key right (401), then the method.

import type { AccountKind } from '../accountKind';
import type { Addressing, Call, Gateway, Outcome, Route } from '../gateway';
import type { Instances } from '../instances';
import { fixedAnswer, hasJsonType, isObject } from '../replies';
import {
	accountV1,
	accountV2,
	type EvolutionInstance,
	type Evolution,
	type Handler,
} from './account';
import { fetchAllGroups, findChats } from './chats';
import { createJid } from './createJid';
import { findContacts, whatsappNumbers } from './lists';
import { fetchBusinessProfile, fetchProfile, fetchProfilePictureUrl } from './lookups';
import { noSuchInstance, noSuchRoute, refusal, serverRefusal } from './refusals';
import { cardsOf, sendContact } from './sendContact';
import { connectionState, fetchInstances, GLOBAL_KEY, verifyCredentials, welcome } from './server';
import { webhook } from './webhook';

const METHODS = new Map<string, { verb: string; handle: Handler; since?: 2 }>([
	['message/sendContact', { verb: 'POST', handle: sendContact }],
	['chat/fetchProfile', { verb: 'POST', handle: fetchProfile }],
	['chat/fetchProfilePictureUrl', { verb: 'POST', handle: fetchProfilePictureUrl }],
	['chat/whatsappNumbers', { verb: 'POST', handle: whatsappNumbers }],
	['chat/fetchBusinessProfile', { verb: 'POST', handle: fetchBusinessProfile }],
	['chat/findContacts', { verb: 'POST', handle: findContacts }],
	['chat/findChats', { verb: 'POST', handle: findChats, since: 2 }],
	['group/fetchAllGroups', { verb: 'GET', handle: fetchAllGroups }],
	['instance/connectionState', { verb: 'GET', handle: connectionState }],
]);

function evolutionApi<Name extends string, Account extends AccountKind<EvolutionInstance>>(
	name: Name,
	prefix: string,
	account: Account,
): Omit<Gateway, 'name' | 'account'> & { name: Name; account: Account } {
	return {
		name,
		account,
		webhook,
		prefix,

		route({ segments: [, method = '', instanceName = ''] }, find): Route {
			const operation = method === 'sendContact' ? 'send' : 'read';
			const instance = find(instanceName);
			return { provider: name, instanceName, instance, method, operation };
		},

		addressing(_call, _route, body): Addressing {
			if (!isObject(body)) return { chatIds: [], cards: [] };
			const { number } = body;
			return {
				chatIds: typeof number === 'string' ? [number, createJid(number)] : [],
				cards: cardsOf(body.contact ?? body.contactMessage),
			};
		},

		handle(call, route, instances): Outcome {
			const instance = route.instance as Evolution | undefined;
			const whole = serverRefusal(call, instance?.settings.server);
			if (whole !== undefined) return whole;
			const body = parse(call);
			if (body.refusal !== undefined) return body.refusal;

			const [group = '', method = ''] = call.segments;
			const entry = METHODS.get(`${group}/${method}`);
			const isLater = entry?.since === 2 && name === 'evolutionV1';
			if (entry?.verb !== call.verb || isLater || call.segments.length !== 3) {
				return serverRoute(call, name, instances) ?? noSuchRoute(call);
			}
			if (instance === undefined) return noSuchInstance(route.instanceName);
			const key = call.headers.apikey;
			if (key !== instance.settings.token && key !== GLOBAL_KEY) {
				return refusal(401, 'Unauthorized');
			}
			return fixedAnswer(instance, method) ?? entry.handle(instance, body.value, call.query);
		},
	};
}

/** Routes that belong to the server and name no instance. */
function serverRoute(call: Call, name: Gateway['name'], instances: Instances): Outcome | undefined {
	const key = String(call.headers.apikey ?? '');
	const route = `${call.verb} /${call.segments.join('/')}`;
	if (route === 'GET /') return welcome(name);
	if (route === 'GET /instance/fetchInstances') {
		return fetchInstances(name, key, call.query, instances.all(name) as Evolution[]);
	}
	if (route === 'POST /verify-creds' && name === 'evolutionV2') return verifyCredentials(key);
	return undefined;
}

/** Without a JSON type the parser looks away, and the method sees an empty object. */
function parse(call: Call): { value?: unknown; refusal?: Outcome } {
	if (call.body === '' || !hasJsonType(call)) return { value: {} };
	try {
		return { value: JSON.parse(call.body) };
	} catch (error) {
		const text = error instanceof Error ? error.message : String(error);
		return { refusal: refusal(400, text, 'Internal Server Error') };
	}
}

/** Takes its cards as `contact`, where v1 has `contactMessage`. */
export const evolutionV2 = evolutionApi('evolutionV2', 'evolution-v2', accountV2);
/** A server of its own beside v2: the generations share no address. */
export const evolutionV1 = evolutionApi('evolutionV1', 'evolution-v1', accountV1);
