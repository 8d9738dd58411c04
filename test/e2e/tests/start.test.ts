// `npm start` with a workflow and an account of one's own, as the README has a newcomer do it.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { providerKits } from '../../gateways';
import { exampleNames } from '../examples';

const root = resolve(__dirname, '../../..');
const [kit] = providerKits;
if (kit === undefined) throw new Error('There is no gateway');
const own = exampleNames
	.filter((name) => name.endsWith('-send-contact'))
	.map((name) => readFileSync(join(root, 'examples', `${name}.json`), 'utf8'))
	.find((text) => text.includes(`"${kit.exampleAccount}"`));

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	folder = mkdtempSync(join(tmpdir(), 'whatsapp-contacts-start-'));
	writeFileSync(workflow(), own ?? '');
});
afterAll(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true });
});

interface Ended {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

const start = (...args: string[]) =>
	new Promise<Ended>((done) => {
		const all = ['start', '--silent', '--', ...args];
		execFile('npm', all, { cwd: root }, (error, stdout, stderr) => {
			done({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});

const workflow = () => join(folder, 'workflow.json');

it('says what the file of credentials has to hold, and sends when it does', async () => {
	const first = await start('--workflow', workflow());
	expect(first.code).toBe(1);
	expect(first.stderr).toContain("has to hold this too, with your account's values");
	const lacking = JSON.parse(first.stderr.trim().split('\n').at(-1) ?? '') as object;
	expect(lacking).toEqual({
		[kit.exampleAccount]: {
			type: kit.credential.type,
			data: { apiUrl: '…', instance: '…', token: '…' },
		},
	});
	expect(sandbox.accepted()).toEqual([]);

	const [account] = kit.accounts;
	const filled = {
		[kit.exampleAccount]: { type: kit.credential.type, data: sandbox.credentials[account] },
	};
	const credentials = join(folder, 'credentials.json');
	writeFileSync(credentials, JSON.stringify(filled));
	const { stdout } = await start('--workflow', workflow(), '--credentials', credentials);
	expect(sandbox.accepted()).not.toEqual([]);
	for (const { messageId } of sandbox.accepted()) expect(stdout).toContain(messageId);
}, 120_000);

it.each([
	['a file that is not there', ['--workflow', 'nowhere.json'], /^nowhere\.json cannot be read: /m],
	[
		'flags that npm kept for itself',
		['--flow', 'workflow.json'],
		/Write: npm start -- --workflow FILE --credentials FILE/,
	],
])('%s: one sentence, no stack', async (_what, args, sentence) => {
	const { code, stdout, stderr } = await start(...args);
	expect([code, stdout]).toEqual([1, '']);
	expect(stderr).toMatch(sentence);
	expect(stderr).not.toContain('    at ');
});
