/**
 * Servers and ways out that end with their test, also where it fails: Jest would wait for them for
 * ever.
 */
import type { ServerOptions, TestServer } from './servers';
import { startServer as start } from './servers';

const open: Array<{ close(): Promise<unknown> }> = [];

/** The last first: who asks ends before who answers. */
afterEach(async () => {
	for (const each of open.splice(0).reverse()) await each.close();
});

/** Closes it after the test; closing twice does no harm. */
export function opened<T extends { close(): Promise<unknown> }>(something: T): T {
	open.push(something);
	return something;
}

/** On a free port, until the test is over. */
export const startServer = async (options: ServerOptions): Promise<TestServer> =>
	opened(await start(options));
