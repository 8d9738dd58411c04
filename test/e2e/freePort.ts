// Ports that nobody uses at the moment, so that tests run beside whatever else runs on the machine.
import { createServer, type AddressInfo } from 'node:net';

/** As many different free TCP ports of 127.0.0.1 as asked for. */
export async function freePorts(count: number): Promise<number[]> {
	// All stay open until the last one is known, or one could be handed out twice.
	const servers = await Promise.all(
		Array.from({ length: count }, async () => {
			const server = createServer();
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			return server;
		}),
	);
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(
		servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
	);
	return ports;
}

/** Whether nobody listens on a port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
