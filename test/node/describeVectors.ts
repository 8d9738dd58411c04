/** Runs a gateway's vectors through n8n's engine, against a server that answers as they say. */
import type { IDataObject } from 'n8n-workflow';
import type { Failed, ProviderVectors, Sent, Vector } from '../vectors/vector';
import { kitOf } from '../gateways';
import { runNode } from './inEngine';
import { type Received, type ScriptedServer, startScriptedServer } from './scriptedServer';

/** Headers that HTTP clients add by themselves. */
const httpOwn = /^(host|connection|content-length|accept-encoding|user-agent|transfer-encoding)$/;

/** Rates and lessons are kept per instance or server, so every vector has one of its own. */
let instances = 0;

/** For either n8n-core, whose ways out differ and whose requests must not. */
export function describeVectors(vectors: ProviderVectors, core: string): void {
	let server: ScriptedServer;
	beforeAll(async () => {
		server = await startScriptedServer();
	});
	afterAll(() => server.close());

	it(`has a vector of ${vectors.provider} for every row that concerns it`, () => {
		const empty = Object.entries(vectors.rows).filter(
			([, cases]) => !('notHere' in cases) && cases.length === 0,
		);
		expect(empty).toEqual([]);
	});

	for (const [row, cases] of Object.entries(vectors.rows)) {
		if ('notHere' in cases) continue;
		describe(`${vectors.provider}, ${row}`, () => {
			it.each(cases.map((vector) => [vector.that, vector] as const))(
				'the node %s',
				(_that, vector) => check(vectors, vector, server, core),
			);
		});
	}
}

async function check(
	{ provider, credential: usual }: ProviderVectors,
	vector: Vector,
	server: ScriptedServer,
	core: string,
): Promise<void> {
	const instance = `${String(usual.instance)}${instances++}`;
	const own = kitOf(provider).rates.countServer ? `/server${instances}` : '';
	const credential = { apiUrl: '{server}', ...usual, instance, ...vector.credential };
	credential.apiUrl = credential.apiUrl.replace('{server}', server.url + own);
	server.script(vector.exchanges.map(({ answered }) => answered));
	const options = { maxRetries: 0, ...(vector.parameters.options as IDataObject | undefined) };
	const { items, failed, execution } = await runNode(
		{
			provider,
			credential,
			parameters: {
				operation: vector.operation,
				...vector.parameters,
				...(vector.chats && { chatId: '={{ $json.to }}' }),
				options,
			},
			...(vector.chats && { items: vector.chats.map((to) => ({ to })) }),
			settings: { onError: 'continueErrorOutput' },
		},
		core,
	);
	expect(execution.error).toBeUndefined();
	expect(server.received.map((request) => seen(request, own))).toStrictEqual(
		vector.exchanges.map(({ sent }) => expected(sent, credential)),
	);
	const shared = vector.raw ? {} : { provider, operation: vector.operation };
	expect(items.map(({ json }) => json)).toStrictEqual(
		vector.items.map((item) => ({ ...shared, ...item })),
	);
	// Beside the error n8n 1.x and early 2.x put what the input item held.
	expect(failed.map(({ json }) => withoutInput(json))).toStrictEqual(
		(vector.failed ?? []).map(({ advice: _, ...one }) => ({
			error: { ...one, provider, operation: vector.operation, message: holding(one) },
		})),
	);
	const pairs = (from: typeof items) =>
		from.map(({ pairedItem }) =>
			typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1,
		);
	const inOrder = (places: readonly number[]) => [...places].sort((one, other) => one - other);
	for (const output of [items, failed]) expect(pairs(output)).toEqual(inOrder(pairs(output)));
	if (vector.chats) {
		const all = vector.chats.map((_, item) => item);
		expect(inOrder([...pairs(items), ...pairs(failed)])).toEqual(all);
	} else expect(new Set([0, ...pairs(items), ...pairs(failed)])).toEqual(new Set([0]));
	if (vector.hints) {
		const { hints } = vector;
		expect(execution.hints('WhatsApp Contacts')).toEqual(
			hints.map((hint): unknown => expect.stringMatching(hint)),
		);
	}
	// Secrets stay inside, whatever was echoed.
	const stored = JSON.stringify(execution.run.data.resultData.runData['WhatsApp Contacts']);
	for (const secret of secretsOf(credential)) expect(stored).not.toContain(secret);
}

function withoutInput(json: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'to'));
}

function secretsOf(credential: Readonly<Record<string, unknown>>): string[] {
	return [credential.token, credential.clientToken].filter(
		(secret): secret is string => typeof secret === 'string' && secret.length > 3,
	);
}

function holding({ message }: Failed): unknown {
	return typeof message === 'string'
		? expect.stringContaining(message)
		: expect.stringMatching(message);
}

/** A request as arrived, without what HTTP itself adds, and below a server's own address. */
function seen({ method, path, headers, text }: Received, server: string) {
	const own = Object.entries(headers).filter(([name]) => !httpOwn.test(name));
	return {
		method,
		path: path.startsWith(`${server}/`) ? path.slice(server.length) : path,
		headers: Object.fromEntries(own),
		body: text === '' ? undefined : (JSON.parse(text) as unknown),
	};
}

function expected(sent: Sent, credential: Readonly<Record<string, unknown>>) {
	const fill = (text: string) =>
		text.replace(/\{(instance|token)\}/g, (_, key: string) =>
			encodeURIComponent(String(credential[key])),
		);
	const content = sent.body === undefined ? {} : { 'content-type': 'application/json' };
	const own = Object.entries(sent.headers ?? {}).map(([name, value]) => [name, fill(value)]);
	return {
		method: sent.method,
		path: fill(sent.path),
		headers: { accept: 'application/json', ...content, ...Object.fromEntries(own) },
		body: withInstance(sent.body, credential.instance),
	};
}

/** Some vendors name the instance in the body, where it is not encoded. */
function withInstance(body: unknown, instance: unknown): unknown {
	if (body === undefined) return undefined;
	const text = JSON.stringify(body).replaceAll('"{instance}"', JSON.stringify(instance));
	return JSON.parse(text) as unknown;
}
