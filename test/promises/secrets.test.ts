/**
 * Secrets: whatever a gateway echoes, and however, no token comes out of the node: not in items,
 * errors, hints, logs or anything else that n8n stores with an execution. Each way to fail is waited
 * for, so the runs go side by side, to a gateway each.
 */
import { inspect } from 'node:util';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault, Sandbox } from '../../sandbox';
import { kits, tokenWith } from '../gateways';
import { type NodeResult, runNode } from '../node/inEngine';
import {
	type Core,
	cores,
	freshInstance,
	type Gateway,
	gateways,
	type Mode,
	modes,
	patienceWith,
	someItems,
	withSandbox,
} from './sending';

const HEX = 'd75b3a66374942c5b3c019c698abc2067e151558acbd4123';
/** Characters that every escape spells in another way. */
const NASTY = `k/e y?"<s>&'#%2e\\t..~(1)*+=;:@,!`;
const CLIENT = 'F4d2b1c0-client/token"<&>';

interface Secrets {
	readonly token: string;
	readonly clientToken?: string;
}

/** A secret in the forms that servers and logs write it in. */
function formsOf(secret: string): string[] {
	const percent = encodeURIComponent(secret);
	const strict = [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
	const units = [...secret].map((unit) => unit.charCodeAt(0));
	// Base64 says the same three bytes in three ways; the edges depend on what stands around.
	const base64 = ['', 'x', 'xx'].map((before) =>
		Buffer.from(`${before}${secret}`).toString('base64').slice(4, -4),
	);
	return [
		secret,
		percent,
		percent.toLowerCase(),
		encodeURIComponent(percent),
		encodeURI(secret),
		strict.join(''),
		strict.join('').toUpperCase(),
		JSON.stringify(secret).slice(1, -1),
		JSON.stringify(JSON.stringify(secret)).slice(3, -3),
		units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join(''),
		units.map((unit) => `&#${unit};`).join(''),
		units.map((unit) => `&#x${unit.toString(16)};`).join(''),
		secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
		...base64,
		...base64.map((text) => text.replace(/\+/g, '-').replace(/\//g, '_')),
	];
}

/** Everything of an execution, hidden properties included, as text in several spellings. */
function everythingOf({ execution }: NodeResult): string {
	const all = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity };
	return [
		JSON.stringify(execution.run),
		JSON.stringify(execution.error),
		inspect(execution.run, { ...all, showHidden: true }),
		inspect(execution.error, { ...all, showHidden: true }),
		String(execution.error?.stack),
	].join('\n');
}

/** A pair's parts are secrets too. */
const partsOf = ({ token, clientToken }: Secrets): string[] =>
	[token, clientToken, ...(/^(shopkeeper):(.*)$/s.exec(token)?.slice(1) ?? [])].filter(
		(secret) => secret !== undefined,
	);

function expectNone(text: string, secrets: Secrets): void {
	for (const secret of partsOf(secrets)) {
		for (const form of formsOf(secret)) {
			const at = text.indexOf(form);
			if (at >= 0) throw new Error(`Leaked: …${text.slice(Math.max(0, at - 150), at + 200)}…`);
		}
	}
}

const statuses = [200, 201, 400, 401, 403, 404, 405, 429, 466, 500, 502, 503];
const spellings = ['raw', 'percent', 'json', 'html', 'htmlEntities'] as const;

/** All the ways in which a gateway may give a secret back. */
function echoes({ token, clientToken = '' }: Secrets): Fault[] {
	const url = `https://gateway.example/waInstance7/sendContact/${encodeURIComponent(token)}`;
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	const answer = (status: number, body: unknown): Fault => ({ kind: 'answer', status, body });
	return [
		...statuses.flatMap((status) =>
			spellings.map((as): Fault => ({ kind: 'echoToken', as, status })),
		),
		answer(400, { statusCode: 400, path: '{{path}}', message: 'Validation failed' }),
		answer(400, { path: '{{path}}', message: `no access to {{path}}, ${token}` }),
		answer(400, { status: 400, response: { message: [[`instance requires ${token}`]] } }),
		answer(400, { response: { message: [`TypeError: ${url}`] } }),
		answer(400, { response: { message: [{ exists: false, number: token }] } }),
		answer(201, { message: `(#1) ${token}`, type: 'OAuthException', code: 1 }),
		answer(403, { error: `Client-Token ${clientToken} not allowed` }),
		answer(466, { invokeStatus: { status: 'QUOTE_EXCEEDED', description: `see ${url}` } }),
		answer(200, { id: 'instance', token, name: 'me', connected: true, [token]: token }),
		answer(200, { idMessage: token, messageId: token, key: { id: token }, status: token }),
		answer(200, { chatId: token, name: token, phone: token, wuid: token, numberExists: true }),
		answer(500, JSON.stringify(JSON.stringify({ url, token }))),
		answer(500, { message: base64(url), error: base64(`Bearer ${token}`) }),
		answer(500, { message: Buffer.from(token).toString('base64url') }),
		answer(500, `<title>${token}</title>`),
		...partsOf({ token }).map((part) => answer(400, { message: `no user with ${part}` })),
		answer(500, `${'x'.repeat(280)} ${token}`),
		answer(407, `proxy: ${url}`),
		{ kind: 'answer', status: 429, headers: { 'Retry-After': '900' }, body: url },
		{ kind: 'redirect' },
		{ kind: 'redirect', to: url, status: 308 },
		{ kind: 'close', when: 'before' },
		{ kind: 'close', when: 'midBody' },
		{ kind: 'hang', when: 'before' },
	];
}

const parametersOf: Readonly<Record<'sendContact' | 'getContactInfo', INodeParameters>> = {
	sendContact: {
		operation: 'sendContact',
		specifyContacts: 'json',
		contactsJson: '={{ [{ fullName: "Ana", phone: "+5511987650000" }] }}',
	},
	getContactInfo: { operation: 'getContactInfo', simplify: '={{ $json.simplify }}' },
};

interface Tried {
	readonly sandbox: Sandbox;
	readonly gateway: Gateway;
	readonly operation: 'sendContact' | 'getContactInfo';
	readonly credential: object;
	readonly faults: readonly Fault[];
	readonly mode: Mode;
	readonly core: Core;
}

/** One item for each fault; a fault that strikes nobody would leave nothing to find. */
async function meet(tried: Tried): Promise<NodeResult & { struck: number }> {
	const { sandbox, gateway, operation, credential, faults, mode, core } = tried;
	const chats = someItems(faults.length).map(({ to }) => to);
	sandbox.plan(
		faults.map((fault, index) => ({
			match: { chatId: kits[gateway].person(chats[index] ?? '') },
			fault,
		})),
	);
	const before = faultsStruck(sandbox);
	const result = await runNode(
		{
			provider: kits[gateway].provider,
			credential,
			parameters: {
				...parametersOf[operation],
				chatId: '={{ $json.to }}',
				options: { timeout: '={{ $json.timeout }}', maxRetries: 0, concurrency: 64 },
			},
			items: faults.map((fault, index) => ({
				...{ to: chats[index] ?? '', simplify: index % 2 === 0 },
				timeout: patienceWith(fault),
			})),
			settings: { onError: mode },
		},
		core,
	);
	return { ...result, struck: faultsStruck(sandbox) - before };
}

/** Where a rate is documented, each of the four runs takes a share of the faults. */
function shareOf(
	all: readonly Fault[],
	gateway: Gateway,
	operation: Tried['operation'],
	offset: number,
	run: number,
): readonly Fault[] {
	const { countServer, lookUpsPerSecond } = kits[gateway].rates;
	// Where look-ups go out once a second, a few are enough.
	if (lookUpsPerSecond === 1 && operation === 'getContactInfo') {
		return all.filter((_, index) => index % 40 === offset);
	}
	return countServer ? all.filter((_, index) => index % 4 === run) : all;
}

/** How many requests met a fault so far. */
function faultsStruck(sandbox: Sandbox): number {
	return Object.values(sandbox.counts().faults).reduce((sum, count) => sum + count, 0);
}

const runs = [HEX, NASTY].flatMap((token) =>
	(['continueRegularOutput', 'continueErrorOutput'] as const).map((mode) => ({ token, mode })),
);

const written: string[] = [];
const spies: jest.SpyInstance[] = [];
beforeAll(() => {
	const note = (...what: unknown[]) => {
		written.push(inspect(what, { depth: 6, maxStringLength: Infinity }));
		return true;
	};
	for (const stream of [process.stdout, process.stderr]) {
		spies.push(jest.spyOn(stream, 'write').mockImplementation(note));
	}
	for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
		spies.push(jest.spyOn(console, name).mockImplementation(note));
	}
});
afterAll(() => {
	for (const spy of spies.splice(0)) spy.mockRestore();
	expectNone(written.join('\n'), { token: HEX, clientToken: CLIENT });
	expectNone(written.join('\n'), { token: NASTY });
});

function secretsOf(gateway: Gateway, secret: string): Secrets {
	const token = tokenWith(kits[gateway], secret);
	return kits[gateway].credential.hasClientToken ? { token, clientToken: CLIENT } : { token };
}

const each = <With>(list: readonly With[]) =>
	gateways.flatMap((gateway) => list.map((one) => [gateway, one] as const));

describe.each(cores)('in %s', (core) => {
	test.concurrent.each(each(['sendContact', 'getContactInfo'] as const))(
		'%s: %s shows no secret in the continue modes, whatever is echoed',
		async (gateway, operation) => {
			const carryOut = async (
				sandbox: Sandbox,
				{ token, mode }: (typeof runs)[number],
				index: number,
			) => {
				const known = secretsOf(gateway, token);
				const credential = freshInstance(sandbox, gateway, known);
				const offset = mode === 'continueRegularOutput' ? 0 : 1;
				const faults = shareOf(echoes(known), gateway, operation, offset, index);
				const tried = { sandbox, gateway, operation, credential, faults, mode, core };
				const result = await meet(tried);
				expect(result.struck).toBeGreaterThanOrEqual(faults.length);
				expect(result.items.length + result.failed.length).toBe(faults.length);
				expectNone(everythingOf(result), known);
			};
			for (const [index, run] of runs.entries()) await withSandbox(carryOut)(run, index);
		},
	);

	test.concurrent.each(gateways)(
		'%s: the error that stops a run holds none, nor does anything stored with it',
		withSandbox(async (sandbox, gateway) => {
			const known = secretsOf(gateway, NASTY);
			const credential = freshInstance(sandbox, gateway, known);
			const all = echoes(known);
			const faults = all.filter((_, index) => index >= 60 || index % 11 === 0);
			for (const fault of faults) {
				const result = await meet({
					...{ sandbox, gateway, operation: 'sendContact', credential },
					...{ faults: [fault], mode: 'stopWorkflow', core },
				});
				expect(result.struck).toBeGreaterThanOrEqual(1);
				expectNone(everythingOf(result), known);
			}
		}),
	);

	test.concurrent.each(each(modes))(
		'%s: an unreachable gateway shows none either (%s)',
		withSandbox(async (sandbox, gateway, mode) => {
			const known = secretsOf(gateway, NASTY);
			const credential = { ...freshInstance(sandbox, gateway, known) };
			for (const apiUrl of ['http://127.0.0.1:1/prefix', 'http://no-such-host.invalid']) {
				const result = await meet({
					...{ sandbox, gateway, operation: 'sendContact', faults: [{ kind: 'redirect' }] },
					...{ mode, core, credential: { ...credential, apiUrl } },
				});
				expect(JSON.stringify(result.execution.run)).toMatch(/could not be reached/);
				expectNone(everythingOf(result), known);
			}
		}),
	);
});
