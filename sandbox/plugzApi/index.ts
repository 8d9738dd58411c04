// PlugzAPI's (and Z-API's) front door. The routes are matched first, so an unknown path is 200 with
// an error and a wrong verb 405 whoever asks; only then come instance, IP and Client-Token.

import type { Addressing, Call, Gateway, Outcome, Route } from '../gateway';
import { empty, fixedAnswer, hasJsonType, isObject, json } from '../replies';
import { account, type Handler, type PlugzApi } from './account';
import { chats, groups } from './chats';
import {
	businessProfile,
	contact,
	flagOf,
	me,
	phoneExists,
	phoneExistsBatch,
	profilePicture,
	queue,
	status,
} from './lookups';
import { cardsOf, sendContact, sendContacts } from './sendContact';
import { webhook } from './webhook';

interface Endpoint {
	verbs: string[];
	handle: Handler;
	/** The path goes on with one more segment, as in contacts/{phone}. */
	withArgument?: boolean;
}

const ENDPOINTS = new Map<string, Endpoint>([
	['send-contact', { verbs: ['POST'], handle: sendContact }],
	['send-contacts', { verbs: ['POST'], handle: sendContacts }],
	['contacts', { verbs: ['GET'], handle: contact, withArgument: true }],
	['phone-exists', { verbs: ['GET'], handle: phoneExists, withArgument: true }],
	['phone-exists-batch', { verbs: ['POST'], handle: phoneExistsBatch }],
	['profile-picture', { verbs: ['GET'], handle: profilePicture }],
	['business/profile', { verbs: ['GET'], handle: businessProfile }],
	['groups', { verbs: ['GET'], handle: groups }],
	['chats', { verbs: ['GET'], handle: chats }],
	['status', { verbs: ['GET'], handle: status }],
	['me', { verbs: ['GET'], handle: me }],
	['queue', { verbs: ['GET', 'POST'], handle: queue }],
	['queue/count', { verbs: ['GET'], handle: queue }],
]);

const NOT_FOUND = { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' };

/** `['contacts', '5511…']` → the endpoint's name and its argument. */
function parse([first = '', ...rest]: string[]): { name: string; argument: string } {
	const two = `${first}/${rest[0] ?? ''}`;
	if (ENDPOINTS.has(two)) return { name: two, argument: '' };
	return { name: first, argument: rest.length === 1 ? (rest[0] ?? '') : rest.join('/') };
}

/** Also Z-API, whose addresses and bodies are the same. */
export const plugzApi = {
	name: 'plugzApi',
	account,
	webhook,
	prefix: 'plugz-api',

	route({ segments: [, instanceName = '', , , ...endpoint] }, find): Route {
		const method = parse(endpoint).name;
		const operation = method.startsWith('send-') ? 'send' : 'read';
		const instance = find(instanceName);
		return { provider: 'plugzApi', instanceName, instance, method, operation };
	},

	addressing({ segments, query }, { method }, body): Addressing {
		if (isObject(body)) {
			const chatIds = typeof body.phone === 'string' ? [body.phone] : [];
			return { chatIds, cards: cardsOf(method, body) };
		}
		const asked = parse(segments.slice(4)).argument || query.get('phone');
		return { chatIds: asked ? [asked] : [], cards: [] };
	},

	handle(call, route): Outcome {
		const [instances, , tokenWord, token, ...rest] = call.segments;
		if (instances !== 'instances' || tokenWord !== 'token') return json(200, NOT_FOUND);
		const instance = route.instance as PlugzApi | undefined;
		const { name, argument } = parse(rest);
		const endpoint = ENDPOINTS.get(name);
		const lacking = lackOf(name, instance);
		if (lacking === 405) return empty(405);
		if (lacking === 404) return json(404, { error: 'Not Found' });
		if (endpoint === undefined || lacking === 'NOT_FOUND') return json(200, NOT_FOUND);
		if ((argument !== '') !== (endpoint.withArgument ?? false)) return json(200, NOT_FOUND);
		if (!endpoint.verbs.includes(call.verb)) return empty(405);
		if (call.verb === 'POST' && !hasJsonType(call)) return empty(415);
		if (instance === undefined || token !== instance.settings.token) {
			return json(404, { error: 'Instance not found' });
		}
		const refusal = refuseCaller(call, instance) ?? fixedAnswer(instance, name);
		if (refusal !== undefined) return refusal;
		const { connected, valueFalse } = instance.settings;
		if (connected === false && valueFalse && name !== 'status') {
			return json(200, { value: flagOf(instance, false) });
		}
		return readAndHandle(call, instance, endpoint, argument);
	},
} as const satisfies Gateway;

/** How an older gateway says that it does not know a method; `known` where it knows it. */
function lackOf(name: string, instance: PlugzApi | undefined) {
	if (name === 'send-contacts') return instance?.settings.sendContacts;
	if (name === 'groups') return instance?.settings.groups;
	return name === 'phone-exists-batch' ? instance?.settings.phoneExistsBatch : undefined;
}

/** The account's own rules about who may ask. */
function refuseCaller(call: Call, { settings }: PlugzApi): Outcome | undefined {
	const { clientToken, missingClientToken = 'null not allowed', ipNotAllowed } = settings;
	if (ipNotAllowed) return json(403, { error: '[IP] not allowed' });
	if (clientToken === undefined) return undefined;
	const given = call.headers['client-token'];
	if (given === undefined) return json(400, { error: missingClientToken });
	// The vendor repeats the wrong token in clear.
	if (given !== clientToken)
		return json(403, { error: `Client-Token ${String(given)} not allowed` });
	return undefined;
}

function readAndHandle(
	call: Call,
	instance: PlugzApi,
	{ handle }: Endpoint,
	argument: string,
): Outcome {
	if (call.verb === 'GET') return handle(call, instance, undefined, argument);
	try {
		return handle(call, instance, JSON.parse(call.body), argument);
	} catch (error) {
		if (error instanceof SyntaxError) return json(400, { error: 'Invalid JSON' });
		throw error;
	}
}
