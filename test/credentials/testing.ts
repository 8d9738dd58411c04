/** Presses a credential's Test button: the built node's functions in n8n's real context for them. */
import path from 'node:path';
import type { ICredentialTestFunctions, INodeCredentialTestResult, INodeType } from 'n8n-workflow';
import { kitOf } from '../gateways';

type Core = 'n8n-core' | 'n8n-core-1';

const dist = path.resolve(__dirname, '../../dist');

/** The node as n8n would load it. */
function builtNode(): INodeType {
	const file = path.join(dist, 'nodes/WhatsAppContacts/WhatsAppContacts.node.js');
	const { WhatsAppContacts } = require(file) as { WhatsAppContacts: new () => INodeType };
	return new WhatsAppContacts();
}

/** What n8n hands to a credential test. */
export function contextOf(core: Core): ICredentialTestFunctions {
	const { CredentialTestContext } = require(core) as {
		CredentialTestContext: new (additionalData: object) => ICredentialTestFunctions;
	};
	return new CredentialTestContext({});
}

/** The same under n8n's outbound protection; a module registry of its own, for it reads it once. */
export function contextUnderProtection(): ICredentialTestFunctions {
	let context: ICredentialTestFunctions | undefined;
	process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
	jest.isolateModules(() => {
		context = contextOf('n8n-core');
	});
	delete process.env.N8N_SSRF_PROTECTION_ENABLED;
	if (!context) throw new Error('n8n-core was not loaded');
	return context;
}

/** Presses the button. */
export async function pressTest(
	provider: string,
	data: object,
	context = contextOf('n8n-core'),
): Promise<INodeCredentialTestResult> {
	const { type } = kitOf(provider).credential;
	const test = builtNode().methods?.credentialTest?.[`${type}Test`];
	if (!test) throw new Error(`The node has no test of ${type}`);
	const credential = { id: '1', name: 'account', type, data: { ...data } };
	return await test.call(context, credential);
}
