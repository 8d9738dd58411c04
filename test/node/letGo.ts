/** n8n-core 1.x keeps a timer for SSH connections, which would keep the tests' process alive. */
import { createRequire } from 'node:module';
import path from 'node:path';

/** Ends the timer, once a workflow has run in this n8n-core. */
export function letGoOf(core: string): void {
	const entry = require.resolve(core);
	const file = path.join(path.dirname(entry), 'execution-engine', 'ssh-clients-manager');
	const { SSHClientsManager } = require(file) as { SSHClientsManager: new () => unknown };
	const { Container } = require(createRequire(entry).resolve('@n8n/di')) as {
		Container: { get(type: unknown): { onShutdown(): void } };
	};
	Container.get(SSHClientsManager).onShutdown();
}
