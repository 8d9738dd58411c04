/** The ways out under test, each over the real thing: undici, and n8n's own helpers. */
import type { NodeEgressFilter, RequestHelperFunctions } from 'n8n-workflow';
import type { Send } from '../../nodes/WhatsAppContacts/transport/http';
import { createN8nSend } from '../../nodes/WhatsAppContacts/transport/n8nSend';
import { createUndiciSend } from '../../nodes/WhatsAppContacts/transport/undiciSend';
import { requestFunctionsOf } from './requestFunctions';

/** One door with several makes; the contract holds for each. */
export interface Way {
	readonly name: string;
	/** Verdicts differ by this. */
	readonly kind: 'undici' | 'n8n' | 'n8n1';
	open(options?: { ignoreSslIssues: boolean }): { send: Send; close(): Promise<void> };
}

/** n8n-core 2.41 with outbound protection on; a module registry of its own, for it reads it once. */
export function functionsUnderProtection(allowed: string): RequestHelperFunctions {
	const before = { ...process.env };
	let helpers: RequestHelperFunctions | undefined;
	process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
	process.env.N8N_SSRF_ALLOWED_IP_RANGES = allowed;
	jest.isolateModules(() => {
		helpers = requestFunctionsOf('n8n-core');
		helpers.getSecureEgressFilter();
	});
	delete process.env.N8N_SSRF_PROTECTION_ENABLED;
	delete process.env.N8N_SSRF_ALLOWED_IP_RANGES;
	Object.assign(process.env, before);
	if (helpers === undefined) throw new Error('n8n-core was not loaded');
	return helpers;
}

/** Under a given policy, for only with one may it be used. */
export const undiciWay = (name: string, policy: NodeEgressFilter): Way => ({
	name,
	kind: 'undici',
	open: (options = { ignoreSslIssues: false }) => createUndiciSend(policy, options),
});

/** n8n's own request function, used where no policy is handed out. */
export const n8nWay = (
	name: string,
	kind: 'n8n' | 'n8n1',
	helpers: RequestHelperFunctions,
): Way => ({
	name,
	kind,
	open: (options = { ignoreSslIssues: false }) => createN8nSend(helpers, options),
});

/** All that users meet: n8n 2.x with and without protection, and n8n 1.x. */
export const ways: readonly Way[] = [
	undiciWay('undici', requestFunctionsOf('n8n-core').getSecureEgressFilter()),
	undiciWay(
		'undici under protection',
		functionsUnderProtection('127.0.0.0/8').getSecureEgressFilter(),
	),
	n8nWay('n8n 2.41', 'n8n', requestFunctionsOf('n8n-core')),
	n8nWay('n8n 1.122', 'n8n1', requestFunctionsOf('n8n-core-1')),
];
