// The sandbox as a whole: records, reset, sockets, TLS, control over HTTP, its own process.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { ask, GREEN_BODY, greenUrl, PLUGZ_BODY, plugzUrl } from './wire';

const ROOT = join(__dirname, '../..');

const running: Sandbox[] = [];
async function start(options?: SandboxOptions): Promise<Sandbox> {
	const sandbox = await startSandbox(options);
	running.push(sandbox);
	return sandbox;
}
afterEach(async () => {
	await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

const send = ({ credentials }: Sandbox, name = 'A') =>
	ask(plugzUrl(credentials.plugzApi, 'send-contact'), {
		body: { ...PLUGZ_BODY, contactName: name },
	});

it('records every request exactly as it came', async () => {
	const sandbox = await start();
	const url = greenUrl(sandbox.credentials.greenApi, 'sendContact');
	await ask(`${url}?a=%20b`, { body: GREEN_BODY, headers: { 'X-Odd': 'yes' } });
	expect(sandbox.requests()).toMatchObject([
		{
			method: 'POST',
			path: `${url.slice(sandbox.url.length)}?a=%20b`,
			headers: { 'x-odd': 'yes' },
			body: JSON.stringify(GREEN_BODY),
			status: 200,
			connection: 1,
		},
	]);
});

it('forgets everything but its instances', async () => {
	const sandbox = await start();
	sandbox.addInstance({ provider: 'plugzApi', instance: 'MINE', token: 'T' });
	await send(sandbox);
	sandbox.plan([{ fault: { kind: 'answer', status: 500 } }]);
	sandbox.reset();
	expect([sandbox.accepted(), sandbox.requests()]).toEqual([[], []]);
	expect((await send(sandbox)).status).toBe(200);
	expect(sandbox.accepted()[0]?.sequence).toBe(1);
	expect(sandbox.instances().map(({ instance }) => instance)).toContain('MINE');
});

it('does not record after a reset what began before it', async () => {
	const sandbox = await start();
	sandbox.plan([{ fault: { kind: 'delay', ms: 50 } }]);
	const slow = send(sandbox, 'old');
	while (!sandbox.requests().at(-1)?.body) await new Promise(setImmediate);
	sandbox.reset();
	await slow;
	expect(sandbox.accepted()).toEqual([]);
});

it('keeps only sums when asked to, and counts each card by name', async () => {
	const sandbox = await start({ keep: 'counts' });
	for (const name of ['A', 'B', 'A', '__proto__']) await send(sandbox, name);
	expect([sandbox.accepted(), sandbox.requests()]).toEqual([[], []]);
	const counts = sandbox.counts();
	expect(counts).toMatchObject({ accepted: 4, requests: 4, statuses: { 200: 4 } });
	const cards = counts.cards[`plugzApi/${sandbox.credentials.plugzApi.instance}`] ?? {};
	expect(Object.entries(cards)).toEqual([
		['A', 2],
		['B', 1],
		['__proto__', 1],
	]);
});

describe('connections', () => {
	/** Two requests over one agent, with a pause between them; status or error code of each. */
	async function two(sandbox: Sandbox, pauseMs: number) {
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		const url = plugzUrl(sandbox.credentials.plugzApi, 'status');
		const get = () =>
			new Promise<number | string>((resolve) => {
				const asked = request(url, { agent }, (response) => {
					response.resume();
					response.on('end', () => resolve(response.statusCode ?? 0));
				});
				asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
				asked.end();
			});
		const first = await get();
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
		const second = await get();
		agent.destroy();
		return [first, second];
	}

	it('are kept alive', async () => {
		const sandbox = await start();
		expect(await two(sandbox, 0)).toEqual([200, 200]);
		expect(sandbox.counts().connections).toBe(1);
	});

	it('end when idle for as long as asked', async () => {
		const sandbox = await start({ keepAliveTimeoutMs: 50, announceKeepAlive: false });
		await two(sandbox, 150);
		expect(sandbox.counts().connections).toBe(2);
	});

	it('are reset in the moment of the next request when asked to', async () => {
		const sandbox = await start({ closeAfterResponse: true });
		expect(await two(sandbox, 0)).toEqual([200, 'ECONNRESET']);
	});

	it('are all ended by close, hanging ones too', async () => {
		const sandbox = await start({ plan: [{ fault: { kind: 'hang', when: 'before' } }] });
		const hanging = send(sandbox);
		while (sandbox.requests().length === 0) await new Promise(setImmediate);
		const refused = expect(hanging).rejects.toThrow();
		await sandbox.close();
		await refused;
		expect(sandbox.openSockets()).toBe(0);
	});
});

it('speaks TLS, and breaks it too', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
	const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const options = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2';
	const names = ['-subj', '/CN=localhost', '-keyout', keyFile, '-out', certFile];
	execFileSync('openssl', ['req', ...options.split(' '), ...names], { stdio: 'ignore' });
	const tls = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
	const sandbox = await start({ tls });
	expect(sandbox.url).toMatch(/^https:/);
	expect((await send(sandbox)).status).toBe(200);
	for (const when of ['connect', 'after'] as const) {
		sandbox.plan([{ fault: { kind: 'close', when } }]);
		await expect(send(sandbox)).rejects.toThrow();
	}
	expect(sandbox.accepted()).toHaveLength(2);
});

it('is controlled over HTTP from other processes', async () => {
	const sandbox = await start();
	const order = (path: string, body?: unknown, verb?: string) =>
		ask(`${sandbox.url}/_sandbox${path}`, { body, verb });
	const settings = { provider: 'plugzApi', instance: 'MINE', token: 'T', clientToken: 'C' };
	expect((await order('/instances', [settings])).json).toEqual([
		{ apiUrl: sandbox.apiUrls.plugzApi, instance: 'MINE', token: 'T', clientToken: 'C' },
	]);
	const { instance } = sandbox.credentials.plugzApi;
	await order('/instances', { provider: 'plugzApi', instance, connected: false }, 'PATCH');
	await send(sandbox);
	expect((await order('/accepted')).json).toMatchObject([{ sequence: 1, state: 'queued' }]);
	expect((await order('/requests')).json).toMatchObject([{ status: 200 }]);
	expect((await order('/counts')).json).toMatchObject({ accepted: 1 });
	await order('/plan', [{ fault: { kind: 'answer', status: 500 } }]);
	expect((await send(sandbox)).status).toBe(500);
	await order('/reset', {});
	expect((await order('/accepted')).json).toEqual([]);
	expect((await order('/nothing')).status).toBe(404);
	expect((await order('', undefined)).json).toMatchObject({ credentials: sandbox.credentials });
});

it('runs as a process of its own that ends on SIGTERM', async () => {
	const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [line] = (await once(child.stdout, 'data')) as [Buffer];
	const { url, credentials } = JSON.parse(line.toString()) as Sandbox;
	expect((await ask(plugzUrl(credentials.plugzApi, 'status'))).status).toBe(200);
	expect((await ask(`${url}/inbox.json`)).status).toBe(200);
	child.kill('SIGTERM');
	expect(await once(child, 'exit')).toEqual([0, null]);
});
