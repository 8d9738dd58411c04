// OpenWA's front door. Order of the guards: the key, the limits, the key's session and role, then
// the session's state. The session stands in the path; a server may lie below a path of its own.

import type { Addressing, Call, Gateway, Outcome, Route } from '../gateway';
import type { Instances } from '../instances';
import { fixedAnswer, isObject } from '../replies';
import { account, type Handler, type OpenWa } from './account';
import { chats, contacts, groups } from './chats';
import { limited } from './limits';
import { check, contact, phone, profilePicture, session } from './lookups';
import { forbidden, noSuchRoute, notReady, notStarted, refusal, unauthorized } from './refusals';
import { cardsOf, sendContact } from './sendContact';

interface Method {
	verb: 'GET' | 'POST';
	name: string;
	handle: Handler;
	/** Beyond what a viewer may. */
	needsOperator?: boolean;
}

/** By what stands behind the session; `*` is what it is about. */
const METHODS = new Map<string, Method>([
	['', { verb: 'GET', name: 'sessions', handle: session }],
	[
		'messages/send-contact',
		{ verb: 'POST', name: 'send-contact', handle: sendContact, needsOperator: true },
	],
	['groups', { verb: 'GET', name: 'groups', handle: groups }],
	['contacts', { verb: 'GET', name: 'all contacts', handle: contacts }],
	['chats', { verb: 'GET', name: 'chats', handle: chats }],
	['contacts/*', { verb: 'GET', name: 'contacts', handle: contact }],
	['contacts/*/phone', { verb: 'GET', name: 'contacts/phone', handle: phone }],
	[
		'contacts/*/profile-picture',
		{ verb: 'GET', name: 'contacts/profile-picture', handle: profilePicture },
	],
	['contacts/check/*', { verb: 'GET', name: 'contacts/check', handle: check, needsOperator: true }],
]);

interface Target {
	session: string;
	method: Method | undefined;
	subject: string;
}

/** Below `…/api/sessions/{session}`. */
function targetOf({ segments }: Call): Target {
	const start = segments[0] === 'api' ? 1 : 2;
	const [sessions, name = '', room = '', first = '', ...more] = segments.slice(start);
	const isApi = segments[start - 1] === 'api' && sessions === 'sessions';
	const isCheck = room === 'contacts' && first === 'check' && more.length === 1;
	const subject = isCheck ? (more[0] ?? '') : first;
	const rest = segments.slice(start + 4);
	const pattern = isCheck
		? 'contacts/check/*'
		: room === 'contacts' && first !== ''
			? ['contacts/*', ...rest].join('/')
			: segments.slice(start + 2).join('/');
	return { session: name, method: isApi ? METHODS.get(pattern) : undefined, subject };
}

/** What a session's engine must be for everything but its own state. */
function engineProblem(instance: OpenWa | undefined, target: Target): Outcome | undefined {
	const isSend = target.method?.verb === 'POST';
	if (instance === undefined) return notStarted(target.session, isSend);
	const { state = 'ready' } = instance.settings;
	if (state === 'ready' || state === 'READY') return undefined;
	const hasEngine = state === 'qr_ready' || state === 'authenticating' || state === 'initializing';
	return hasEngine ? notReady() : notStarted(target.session, isSend);
}

/** A key is judged before anything is said of sessions. */
export const openWa = {
	name: 'openWa',
	account,
	prefix: 'openWa',

	route(call, find): Route {
		const { session: instanceName, method } = targetOf(call);
		return {
			provider: 'openWa',
			instanceName,
			instance: find(instanceName),
			method: method?.name ?? '',
			operation: method?.verb === 'POST' ? 'send' : 'read',
		};
	},

	addressing(call, _route, body): Addressing {
		if (isObject(body)) {
			const chatIds = typeof body.chatId === 'string' ? [body.chatId] : [];
			return { chatIds, cards: cardsOf(body) };
		}
		const { subject } = targetOf(call);
		return { chatIds: subject === '' ? [] : [subject], cards: [] };
	},

	handle(call, route, instances: Instances): Outcome {
		const key = call.headers['x-api-key'];
		const owner = instances.all('openWa').find(({ settings }) => settings.token === key);
		if (owner === undefined) return unauthorized(key);
		const target = targetOf(call);
		const { method } = target;
		if (method?.verb !== call.verb) return noSuchRoute(call);
		const instance = route.instance as OpenWa | undefined;
		const over = limited(call, owner as OpenWa, route.operation);
		if (over) return over;
		const { role = 'operator' } = (owner as OpenWa).settings;
		if (method.needsOperator && role !== 'operator') {
			return forbidden('Insufficient permissions. Required: operator');
		}
		if (instance !== undefined && instance.settings.token !== key) {
			return forbidden('API key not authorized for this session');
		}
		if (instance !== undefined) {
			const fixed = fixedAnswer(instance, route.method);
			if (fixed !== undefined) return fixed;
		}
		if (method.name === 'sessions') {
			return instance
				? method.handle(call, instance, '')
				: refusal(404, `Session with id '${target.session}' not found`);
		}
		const problem = engineProblem(instance, target);
		if (problem || !instance) return problem ?? noSuchRoute(call);
		return method.handle(call, instance, target.subject);
	},
} as const satisfies Gateway;
