/** What users get: the packed tarball, alone in a folder, in both of n8n's engines. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../..');
let temporary: string;
let tarball: string;
/** Where it was unpacked; no node_modules above it. */
let folder: string;
let files: string[];

beforeAll(() => {
	temporary = mkdtempSync(path.join(tmpdir(), 'n8n-tarball-'));
	const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', temporary];
	const [made] = JSON.parse(
		execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
	) as Array<{ filename: string }>;
	tarball = path.join(temporary, made?.filename ?? '');
	execFileSync('tar', ['-xzf', tarball, '-C', temporary]);
	folder = path.join(temporary, 'package');
	files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => statSync(path.join(folder, file)).isFile())
		.map((file) => file.split(path.sep).join('/'))
		.sort();
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

it('holds the built package and its papers, and nothing else', () => {
	const expected = [
		/^package\.json$/,
		/^(README|LICENSE)\.md$/,
		/^dist\/(THIRD_PARTY_LICENSES\.md|sbom\.cdx\.json)$/,
		/^dist\/credentials\/WhatsApp\w+\.credentials\.js$/,
		/^dist\/credentials\/whatsApp\w+(\.dark)?\.svg$/,
		/^dist\/nodes\/WhatsAppContacts\/WhatsAppContacts\.node\.js(on)?$/,
		/^dist\/nodes\/WhatsAppContacts\/whatsAppContacts(\.dark)?\.svg$/,
		/^dist\/nodes\/WhatsAppContacts\/__schema__\/v[\d.]+\/\w+\.json$/,
	];
	expect(files.filter((file) => !expected.some((each) => each.test(file)))).toEqual([]);
	expect(expected.filter((each) => !files.some((file) => each.test(file)))).toEqual([]);
});

it('is under 400 kB, and 2 MB unpacked', () => {
	const unpacked = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
	expect(statSync(tarball).size).toBeLessThan(400_000);
	expect(unpacked).toBeLessThan(2_000_000);
});

it('has no dependencies and needs nothing but n8n-workflow and Node.js', () => {
	expect(JSON.parse(read('package.json'))).not.toHaveProperty('dependencies');
	const builtin = new Set(process.getBuiltinModule('node:module').builtinModules);
	for (const file of files.filter((each) => each.endsWith('.js'))) {
		const required = [...read(file).matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)]
			.map(([, name = '']) => name)
			.filter((name) => !name.startsWith('node:') && !builtin.has(name))
			.filter((name) => name !== 'n8n-workflow');
		expect(required).toEqual([]);
	}
});

it('carries the licence of every package that is bundled', () => {
	const licences = read('dist/THIRD_PARTY_LICENSES.md');
	// esbuild writes each bundled file's path before it.
	const bundled = files
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => [...read(file).matchAll(/node_modules\/((?:@[^/\s"]+\/)?[^/\s"]+)\//g)])
		.map(([, name = '']) => name);
	expect(new Set(bundled).size).toBeGreaterThan(2);
	for (const name of new Set(bundled)) {
		expect(licences).toMatch(new RegExp(`^## ${name} \\d+\\.\\d+\\.\\d+ \\(\\S+\\)$`, 'm'));
	}
});

describe.each(['n8n-core', 'n8n-core-1'])('alone in a folder, in %s', (core) => {
	it('sends a card, and fails with n8n’s own errors', () => {
		const paths = createRequire(require.resolve(core)).resolve.paths('n8n-workflow') ?? [];
		const output = execFileSync(
			process.execPath,
			['--import', 'tsx', path.join(__dirname, 'runUnpacked.ts'), folder, core],
			// As n8n does for packages that are installed elsewhere.
			{
				cwd: root,
				encoding: 'utf8',
				env: { ...process.env, NODE_PATH: paths.join(path.delimiter) },
			},
		);
		const { loadMs, ...result } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as {
			loadMs: number;
		};
		expect(result).toMatchObject({
			sharesWorkflow: true,
			status: 'success',
			items: [{ provider: 'evolutionApi', status: 'sent', chatId: '79001234567' }],
			error: expect.stringContaining('79001230000 does not exist there') as unknown,
			errorName: 'NodeApiError',
			httpCode: '400',
		});
		process.stdout.write(`The node loads in ${loadMs.toFixed(0)} ms beside ${core}\n`);
	});
});
