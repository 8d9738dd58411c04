// WAHA's front door. Order of the guards: the key, then the method, then the session and its status
// (both 422), then what the engine can do. The session stands in the query, or in the body.

import type { Addressing, Call, Gateway, Outcome, Route } from '../gateway';
import type { Instances } from '../instances';
import { fixedAnswer, isObject, json, jsonOf, type JsonObject } from '../replies';
import { account, type Handler, type Waha } from './account';
import { allContacts, groups } from './chats';
import { about, checkExists, contact, profilePicture, session } from './lookups';
import { forbidden, noSuchRoute, noSuchSession, notWorking, unauthorized } from './refusals';
import { cardsOf, sendContactVcard } from './sendContact';
import { webhook } from './webhook';

const METHODS = new Map<string, Handler>([
	['POST sendContactVcard', sendContactVcard],
	['GET contacts', contact],
	['GET contacts/all', allContacts],
	['GET groups', groups],
	['GET contacts/about', about],
	['GET contacts/check-exists', checkExists],
	['GET contacts/profile-picture', profilePicture],
]);

/** Answered in every status of the session. */
const ANY_STATUS = new Map<string, Handler>([['GET sessions', session]]);

/** `api/{session}/groups`. */
const isOfGroups = ({ length, 2: last }: string[]): boolean => length === 3 && last === 'groups';

/** Two paths name the session; elsewhere `default` is one's own. */
function sessionOf({ verb, segments, query, body }: Call): string {
	if (segments[1] === 'sessions') return segments[2] ?? '';
	if (isOfGroups(segments)) return segments[1] ?? '';
	// The body is still to come.
	if (verb === 'POST' && body === '') return '';
	const named = query.get('session') ?? bodyOf(body)?.session;
	return typeof named === 'string' ? named : 'default';
}

function bodyOf(text: string): JsonObject | undefined {
	const body = jsonOf(text);
	return isObject(body) ? body : undefined;
}

function methodOf({ segments }: Call): string {
	const [, first = '', ...rest] = segments;
	if (isOfGroups(segments) && first !== 'sessions') return 'groups';
	return first === 'sessions' ? first : [first, ...rest].join('/');
}

/** A key is judged before anything is said of sessions. */
export const waha = {
	name: 'waha',
	account,
	webhook,
	prefix: 'waha',

	route(call, find): Route {
		const method = methodOf(call);
		const operation = method === 'sendContactVcard' ? 'send' : 'read';
		const instanceName = sessionOf(call);
		return { provider: 'waha', instanceName, instance: find(instanceName), method, operation };
	},

	addressing({ query }, _route, body): Addressing {
		if (isObject(body)) {
			const chatIds = typeof body.chatId === 'string' ? [body.chatId] : [];
			return { chatIds, cards: cardsOf(body.contacts) };
		}
		const asked = query.get('contactId') ?? query.get('phone');
		return { chatIds: asked ? [asked] : [], cards: [] };
	},

	handle(call, route, instances: Instances): Outcome {
		const key = call.headers['x-api-key'];
		const keys = instances.all('waha').map(({ settings }) => settings.token);
		if (typeof key !== 'string' || !keys.includes(key)) return unauthorized();
		const name = `${call.verb} ${route.method}`;
		const handle = METHODS.get(name);
		const whatever = call.segments.length === 3 ? ANY_STATUS.get(name) : undefined;
		if (call.segments[0] !== 'api' || !(handle ?? whatever)) return noSuchRoute(call);
		const instance = route.instance as Waha | undefined;
		if (instance === undefined) {
			return whatever ? json(404, SESSION_NOT_FOUND) : noSuchSession(route.instanceName);
		}
		// The key of a session opens no other.
		const { state = 'WORKING', scopes, token } = instance.settings;
		const mayAsk = whatever !== undefined || (scopes?.includes(route.operation) ?? true);
		if (key !== token || !mayAsk) return forbidden();
		const fixed = fixedAnswer(instance, route.method);
		if (fixed !== undefined) return fixed;
		if (whatever) return whatever(call, instance, {});
		if (state !== 'WORKING') return notWorking(route.instanceName, state);
		return handle?.(call, instance, bodyOf(call.body) ?? {}) ?? noSuchRoute(call);
	},
} as const satisfies Gateway;

const SESSION_NOT_FOUND = { message: 'Session not found', error: 'Not Found', statusCode: 404 };
