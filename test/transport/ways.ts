/** The ways out under test, each over the real thing: undici, and n8n's own helpers. */
import type { NodeEgressFilter, RequestHelperFunctions } from 'n8n-workflow';
import type { HttpRequest, Send } from '../../nodes/WhatsAppContacts/transport/http';
import { createN8nSend } from '../../nodes/WhatsAppContacts/transport/n8nSend';
import { createUndiciSend } from '../../nodes/WhatsAppContacts/transport/undiciSend';

export interface Way {
	readonly name: string;
	/** Verdicts differ by this. */
	readonly kind: 'undici' | 'n8n' | 'n8n1';
	open(options?: { ignoreSslIssues: boolean }): { send: Send; close(): Promise<void> };
}

const FACTORY = 'dist/execution-engine/node-execution-context/utils/request-helper-functions';

/** The helpers that n8n's engine gives to a node, of n8n-core 2.41 or 1.122. */
export function helpersOf(core: 'n8n-core' | 'n8n-core-1'): RequestHelperFunctions {
	const factory = require(`${core}/${FACTORY}`) as {
		getRequestHelperFunctions(workflow: object, node: object, data: object): RequestHelperFunctions;
	};
	return factory.getRequestHelperFunctions({}, { name: 'WhatsApp Contacts' }, {});
}

/** n8n-core 2.41 with outbound protection on; a module registry of its own, for it reads it once. */
export function helpersUnderProtection(allowed: string): RequestHelperFunctions {
	const before = { ...process.env };
	let helpers: RequestHelperFunctions | undefined;
	process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
	process.env.N8N_SSRF_ALLOWED_IP_RANGES = allowed;
	jest.isolateModules(() => {
		helpers = helpersOf('n8n-core');
		helpers.getSecureEgressFilter();
	});
	delete process.env.N8N_SSRF_PROTECTION_ENABLED;
	delete process.env.N8N_SSRF_ALLOWED_IP_RANGES;
	Object.assign(process.env, before);
	if (helpers === undefined) throw new Error('n8n-core was not loaded');
	return helpers;
}

export const undiciWay = (name: string, policy: NodeEgressFilter): Way => ({
	name,
	kind: 'undici',
	open: (options = { ignoreSslIssues: false }) => createUndiciSend(policy, options),
});

export const n8nWay = (
	name: string,
	kind: 'n8n' | 'n8n1',
	helpers: RequestHelperFunctions,
): Way => ({
	name,
	kind,
	open: (options = { ignoreSslIssues: false }) => createN8nSend(helpers, options),
});

export const ways: readonly Way[] = [
	undiciWay('undici', helpersOf('n8n-core').getSecureEgressFilter()),
	undiciWay(
		'undici under protection',
		helpersUnderProtection('127.0.0.0/8').getSecureEgressFilter(),
	),
	n8nWay('n8n 2.41', 'n8n', helpersOf('n8n-core')),
	n8nWay('n8n 1.122', 'n8n1', helpersOf('n8n-core-1')),
];

/** In every URL, header and body of these tests; it must be in no failure. */
export const SECRET = 'S3cr3t-T0ken';

export const never = new AbortController().signal;

export const requestTo = (origin: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
	method: 'POST',
	url: `${origin}/waInstance7/sendContact/${SECRET}`,
	headers: { 'client-token': SECRET },
	body: JSON.stringify({ secret: SECRET }),
	timeoutMs: 5_000,
	kind: 'send',
	...more,
});

/** An outcome in a few words, the form of the verdicts in the tables. */
export function verdictOf(result: Awaited<ReturnType<Send>>): string {
	if ('answer' in result) {
		const { status, oversized } = result.answer;
		return `answer ${status}${oversized ? ' oversized' : ''}`;
	}
	const { kind, handedOver } = result.failure;
	return `${kind}, ${handedOver ? 'handed over' : 'nothing left'}`;
}

/** What holds for every failure, whatever happened. */
export function expectNothingLeaked(result: Awaited<ReturnType<Send>>, origin: string): void {
	if (!('failure' in result)) return;
	expect(Object.keys(result.failure).sort()).toEqual(['detail', 'handedOver', 'kind']);
	const text = JSON.stringify(result);
	expect(text).not.toContain(SECRET);
	expect(text).not.toContain('127.0.0.1');
	expect(text).not.toContain(origin);
}

export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds, for 3 s at most. */
export async function eventually(holds: () => boolean): Promise<boolean> {
	for (let i = 0; i < 300 && !holds(); i++) await pause(10);
	return holds();
}
