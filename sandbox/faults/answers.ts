// Faults that are a whole answer: any status and body, redirects, echoed secrets, and the true
// answer spoilt in ways that a JSON reader may stumble over.

import type { Exchange } from '../desk';
import { reply as replyOf } from '../replies';
import type { Reply } from '../gateway';
import type { Fault, Spelling } from './types';

/** `truth` is what the gateway would have said; faults that are no answer leave it. */
export function replacedReply(exchange: Exchange, fault: Fault, truth: Reply): Reply {
	switch (fault.kind) {
		case 'answer':
			return replyOf(fault.status, fault.body, fault.headers);
		case 'redirect': {
			const to = fault.to ?? `${exchange.desk.url}/_sandbox/elsewhere${exchange.call.path}`;
			return replyOf(fault.status ?? 302, '', { Location: to });
		}
		case 'echoToken':
			return echo(exchange, fault.as ?? 'raw', fault.status ?? 500);
		case 'invalidUtf8':
			// latin1 keeps each code point as one byte on the wire.
			return { ...truth, body: `\xff\xfe\xc3\x28${truth.body}\xf0\x9f`, encoding: 'latin1' };
		case 'deepJson': {
			const depth = fault.depth ?? 100_000;
			return withFirstKey(truth, `"nested":${'['.repeat(depth)}${']'.repeat(depth)}`);
		}
		case 'protoKeys':
			return withFirstKey(
				truth,
				'"__proto__":{"polluted":true,"messageId":"polluted"},"constructor":{"prototype":{"polluted":true}}',
			);
		default:
			return truth;
	}
}

/** Puts a key in front of a JSON object's own, or of the first object in an array. */
function withFirstKey(truth: Reply, key: string): Reply {
	const at = truth.body.indexOf('{');
	if (at < 0) return { ...truth, body: `{${key}}` };
	const rest = truth.body.slice(at + 1);
	const comma = rest.startsWith('}') ? '' : ',';
	return { ...truth, body: `${truth.body.slice(0, at + 1)}${key}${comma}${rest}` };
}

interface Secrets {
	token: string;
	clientToken: string;
	path: string;
}

/** What the request itself carried, where its gateway's requests carry it. */
function secretsOf({ call, gateway }: Exchange): Secrets {
	const { token, clientToken } = gateway.account.secretsIn(call);
	return { token: String(token ?? ''), clientToken: String(clientToken ?? ''), path: call.path };
}

const each = (text: string, spell: (code: number) => string): string =>
	[...text].map((character) => spell(character.codePointAt(0) ?? 0)).join('');

const hex = (code: number, length: number) => code.toString(16).padStart(length, '0');

const SPELLINGS: Record<Spelling, (text: string) => string> = {
	raw: (text) => text,
	percent: (text) =>
		[...Buffer.from(text)].map((byte) => `%${hex(byte, 2).toUpperCase()}`).join(''),
	json: (text) =>
		[...Array(text.length).keys()].map((at) => `\\u${hex(text.charCodeAt(at), 4)}`).join(''),
	html: (text) => text,
	htmlEntities: (text) => each(text, (code) => `&#x${hex(code, 2)};`),
};

function echo(exchange: Exchange, as: Spelling, status: number): Reply {
	const secrets = secretsOf(exchange);
	const spell = SPELLINGS[as];
	const [token, clientToken, path] = [secrets.token, secrets.clientToken, secrets.path].map(spell);
	if (as === 'html' || as === 'htmlEntities') {
		const rows = `<p>Upstream failed: ${path}</p><p>key ${token}</p><p>${clientToken}</p>`;
		return replyOf(status, `<!DOCTYPE html><title>Error ${token}</title><h1>Error</h1>${rows}`);
	}
	// The JSON spelling is an escape already; the others must not be escaped a second time.
	const text = `no access for ${token} at ${path}; client ${clientToken}`;
	const body = as === 'json' ? text : JSON.stringify(text).slice(1, -1);
	return {
		status,
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
		body: `{"error":"${body}","message":"${body}"}`,
	};
}

/** Fills in `{{token}}`, `{{clientToken}}`, `{{path}}` and `{{date+N}}`. */
export function filledIn(exchange: Exchange, reply: Reply): Reply {
	const texts = [reply.body, ...Object.values(reply.headers)];
	if (!texts.some((text) => text.includes('{{'))) return reply;
	const secrets = secretsOf(exchange);
	const fill = (text: string): string =>
		text
			.replace(/\{\{(token|clientToken|path)\}\}/g, (_all, key: keyof Secrets) => secrets[key])
			.replace(/\{\{date\+(\d+)\}\}/g, (_all, seconds: string) =>
				new Date(Date.now() + Number(seconds) * 1000).toUTCString(),
			);
	const headers = Object.entries(reply.headers).map(
		([name, value]) => [name, fill(value)] as const,
	);
	return { ...reply, body: fill(reply.body), headers: Object.fromEntries(headers) };
}
