/**
 * Sends to servers with good and bad certificates and prints the verdicts as JSON. A process of its
 * own, because Node.js reads NODE_EXTRA_CA_CERTS only when it starts.
 */
import type { Send } from '../../nodes/WhatsAppContacts/transport/http';
import { createN8nSend } from '../../nodes/WhatsAppContacts/transport/n8nSend';
import { createUndiciSend } from '../../nodes/WhatsAppContacts/transport/undiciSend';
import { never, requestTo, verdictOf } from './asking';
import { requestFunctionsOf } from './requestFunctions';
import { proxying, startServer } from './servers';

const OPTIONS = { ignoreSslIssues: false };

async function judge(out: { send: Send; close(): Promise<void> }): Promise<string[]> {
	const verdicts: string[] = [];
	for (const certificate of ['server', 'expired', 'otherHost'] as const) {
		const server = await startServer({ certificate });
		verdicts.push(verdictOf(await out.send(requestTo(server.origin), never)));
		await server.close();
	}
	await out.close();
	return verdicts;
}

async function main(): Promise<void> {
	const helpers = requestFunctionsOf('n8n-core');
	const filter = helpers.getSecureEgressFilter();
	const proxy = await startServer({ onRequest: proxying });
	const verdicts: Record<string, string[]> = {};
	for (const [where, origin] of [
		['direct', ''],
		['proxy', proxy.origin],
	] as const) {
		process.env.https_proxy = origin;
		verdicts[`undici ${where}`] = await judge(createUndiciSend(filter, OPTIONS));
		verdicts[`n8n ${where}`] = await judge(createN8nSend(helpers, OPTIONS));
	}
	await proxy.close();
	process.stdout.write(JSON.stringify(verdicts));
}

void main();
