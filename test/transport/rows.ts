/** The form of the contract's tables, and how a row is played. */
import type { HttpRequest } from '../../nodes/WhatsAppContacts/transport/http';
import type { ServerOptions, TestServer } from './servers';
import { startServer } from './servers';
import type { Way } from './ways';
import {
	eventually,
	expectNothingLeaked,
	never,
	pause,
	requestTo,
	SECRET,
	verdictOf,
} from './asking';

/** One thing that a server does, and what must be said of it. */
export interface Row {
	readonly name: string;
	readonly server: ServerOptions;
	/** A proxy, and the environment that names it. */
	readonly proxy?: ServerOptions & { readonly env?: (origin: string) => Record<string, string> };
	readonly request?: Partial<HttpRequest>;
	/** Replaces the server's origin in the URL. */
	readonly origin?: (origin: string) => string;
	readonly ignoreSslIssues?: boolean;
	/** Aborts the signal after this time; 0: before the start. */
	readonly cancelAfterMs?: number;
	/** How long to wait for what must not come any more. */
	readonly listenMs?: number;
	/** What each way out may say. Several: it depends on a race that the test cannot decide. */
	readonly verdicts: Verdicts;
	/** Ways out that cannot close a connection which they gave up. */
	readonly leavesOpen?: ReadonlyArray<Way['kind']>;
	/** The answer's text. */
	readonly text?: string;
}

type Verdict = string | readonly string[];

/** `n8n1`: what only the old helper says. */
interface Verdicts {
	readonly undici: Verdict;
	readonly n8n: Verdict;
	readonly n8n1?: Verdict;
}

/** The ways out agree; where they do not, a row names each. */
export const both = (verdict: Verdict): Verdicts => ({
	undici: verdict,
	n8n: verdict,
});

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'].flatMap((name) => [
	name,
	name.toUpperCase(),
]);

/** They hold for the whole process: rows that name a proxy are played one at a time. */
function setProxyVariables(env: Readonly<Record<string, string>>): void {
	for (const name of PROXY_VARIABLES) delete process.env[name];
	Object.assign(process.env, env);
}
// Whoever runs the tests may be behind one.
setProxyVariables({});

/** Plays a row and checks its verdict, and what holds for every row. */
export async function play(row: Row, way: Way): Promise<void> {
	const server = await startServer(row.server);
	const proxy = row.proxy && (await startServer(row.proxy));
	const env = row.proxy?.env ?? ((origin) => ({ http_proxy: origin, https_proxy: origin }));
	if (proxy) setProxyVariables(env(proxy.origin));
	const out = way.open({ ignoreSslIssues: row.ignoreSslIssues ?? false });
	const stop = row.cancelAfterMs === undefined ? undefined : new AbortController();
	try {
		const origin = row.origin?.(server.origin) ?? server.origin;
		if (row.cancelAfterMs === 0) stop?.abort();
		else if (stop) setTimeout(() => stop.abort(), row.cancelAfterMs);
		const result = await out.send(requestTo(origin, row.request), stop?.signal ?? never);
		expectNothingLeaked(result, origin);
		const allowed = row.verdicts[way.kind] ?? row.verdicts.n8n;
		expect(typeof allowed === 'string' ? [allowed] : allowed).toContain(verdictOf(result));
		if (row.text !== undefined) expect(result).toMatchObject({ answer: { text: row.text } });
		if (row.listenMs !== undefined) await pause(row.listenMs);
		const nothingLeft = 'failure' in result && !result.failure.handedOver;
		if (nothingLeft) expectSilence([server, proxy]);
		expect(server.seen.length).toBeLessThanOrEqual(1);
		// One request, one connection: nobody tries on and on behind our back.
		for (const at of [server, proxy]) expect(at?.counts.connections ?? 0).toBeLessThanOrEqual(1);
		await out.close();
		if (row.leavesOpen?.includes(way.kind)) return;
		expect(await eventually(() => server.counts.open + (proxy?.counts.open ?? 0) === 0)).toBe(true);
		if (nothingLeft) expectSilence([server, proxy]);
	} finally {
		if (proxy) setProxyVariables({});
		await out.close();
		await Promise.all([server.close(), proxy?.close()]);
	}
}

function expectSilence(servers: ReadonlyArray<TestServer | undefined>): void {
	for (const server of servers) expect(server?.heard() ?? '').not.toContain(SECRET);
}
