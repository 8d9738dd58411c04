// GREEN-API's front door: who is asked, with which token, for which method, how often. The order of
// these questions decides which refusal a wrong request gets.

import type { Addressing, Call, Gateway, Outcome, Route } from '../gateway';
import type { Instances } from '../instances';
import { fixedAnswer, isObject, json, nginx } from '../replies';
import { account, type GreenApi, type Handler } from './account';
import { getContacts } from './chats';
import { checkWhatsapp, getAvatar, getContactInfo, getSettings, getStateInstance } from './lookups';
import { cardOf, sendContact } from './sendContact';
import { error, overQuota, unauthorized } from './refusals';
import { unexpectedToken } from './unexpectedToken';
import { webhook } from './webhook';

interface Method {
	name: string;
	/** GET is routed for getContactInfo too, as the vendor's older samples use it. */
	verbs: string[];
	perSecond: number;
	handle: Handler;
}

const METHODS: Method[] = [
	{ name: 'sendContact', verbs: ['POST'], perSecond: 50, handle: sendContact },
	{ name: 'getContactInfo', verbs: ['POST', 'GET'], perSecond: 1, handle: getContactInfo },
	{ name: 'checkWhatsapp', verbs: ['POST'], perSecond: 10, handle: checkWhatsapp },
	{ name: 'getAvatar', verbs: ['POST'], perSecond: 10, handle: getAvatar },
	{ name: 'getContacts', verbs: ['GET'], perSecond: 1, handle: getContacts },
	{ name: 'getStateInstance', verbs: ['GET'], perSecond: 1, handle: getStateInstance },
	{ name: 'getSettings', verbs: ['GET'], perSecond: 1, handle: getSettings },
];

/** Method names are case-insensitive in practice: the vendor's samples write GetContactInfo too. */
const METHOD_BY_NAME = new Map(METHODS.map((method) => [method.name.toLowerCase(), method]));

const BODY_LIMIT = 100 * 1024;

/** An instance that does not exist is refused by the proxy in front, in HTML. */
export const greenApi = {
	name: 'greenApi',
	account,
	webhook,
	prefix: 'green-api',

	route({ segments: [owner = '', name = ''] }, find): Route {
		const instanceName = owner.startsWith('waInstance') ? owner.slice('waInstance'.length) : '';
		const method = METHOD_BY_NAME.get(name.toLowerCase())?.name ?? name;
		const operation = method === 'sendContact' ? 'send' : 'read';
		const instance = find(instanceName);
		return { provider: 'greenApi', instanceName, instance, method, operation };
	},

	addressing(_call, _route, body): Addressing {
		if (!isObject(body)) return { chatIds: [], cards: [] };
		return {
			chatIds: typeof body.chatId === 'string' ? [body.chatId] : [],
			cards: isObject(body.contact) ? [cardOf(body.contact)] : [],
		};
	},

	handle(call, route, instances): Outcome {
		if (call.verb === 'OPTIONS') return { reply: { status: 204, headers: {}, body: '' } };
		const instance = route.instance as GreenApi | undefined;
		if (instance === undefined) return nginx(403, 'Forbidden');
		if (call.segments[2] !== instance.settings.token) return unauthorized();
		const method = METHOD_BY_NAME.get(route.method.toLowerCase());
		if (!method?.verbs.includes(call.verb) || call.segments.length !== 3) {
			return error(call, 404, `Cannot ${call.verb} ${call.path}`);
		}
		if (!withinRate(instances, instance, method, call.at)) {
			return error(call, 429, 'Too Many Requests');
		}
		return fixedAnswer(instance, method.name) ?? readAndHandle(call, instance, method);
	},
} as const satisfies Gateway;

function withinRate(instances: Instances, instance: GreenApi, method: Method, at: number): boolean {
	const { rates } = instance.settings;
	if (rates === false) return true;
	return instances.allows(instance, method.name, rates?.[method.name] ?? method.perSecond, at);
}

function readAndHandle(call: Call, instance: GreenApi, { name, handle }: Method): Outcome {
	const { refusal, state, quota } = instance.settings;
	if (call.bytes > BODY_LIMIT) return error(call, 500, 'request entity too large');
	let body: unknown = {};
	if (call.body !== '' && /json/i.test(call.headers['content-type'] ?? '')) {
		try {
			body = JSON.parse(call.body);
		} catch {
			return error(call, 400, unexpectedToken(call.body));
		}
	}
	if (name !== 'getStateInstance') {
		if (refusal !== undefined) return error(call, 400, refusal);
		if (state === 'starting') return error(call, 400, 'instance in starting process try later');
		if (quota !== undefined) return json(466, overQuota(name, quota));
	}
	return handle(call, instance, body);
}
