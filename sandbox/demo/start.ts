/**
 * `npm start`: builds the package, starts the sandbox gateway, runs every example through n8n's
 * engine and shows what came out. With `--workflow FILE --credentials FILE` it runs a workflow of
 * one's own against the real gateway instead.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CredentialStore } from '../engine/credentials';
import { Engine, type WorkflowFile } from '../engine/engine';
import { startSandbox } from '..';
import { exampleCredentials } from './exampleCredentials';
import { reportsOf, type Report } from './report';
import { table } from './table';

const root = path.resolve(__dirname, '../..');

const { values: flags } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		keep: { type: 'boolean', default: false },
		workflow: { type: 'string' },
		credentials: { type: 'string' },
	},
});

/** Standard output belongs to the result: everything else goes to standard error. */
function say(text: string): void {
	process.stderr.write(`${text}\n`);
}

function build(): void {
	say('Building the package …');
	const gulp = path.join(root, 'node_modules', '.bin', 'gulp');
	const built = spawnSync(gulp, ['--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
	if (built.status !== 0) throw new Error('The build failed');
}

function readJson<T>(file: string): T {
	return JSON.parse(readFileSync(file, 'utf8')) as T;
}

async function runFiles(files: readonly string[], credentials: CredentialStore): Promise<Report[]> {
	const engine = await Engine.open(root);
	const reports: Report[] = [];
	for (const file of files) {
		const workflow = readJson<WorkflowFile>(file);
		if (workflow.nodes.some(({ type }) => type.startsWith('@n8n/'))) {
			say(`${path.basename(file)} has an AI agent and needs a complete n8n: npm run editor`);
			continue;
		}
		const execution = await engine.run(workflow, { credentials });
		reports.push(...reportsOf(path.basename(file, '.json'), workflow, execution));
	}
	return reports;
}

function show(reports: readonly Report[]): void {
	const shown = flags.json ? JSON.stringify(reports, null, 2) : table(reports);
	process.stdout.write(`${shown}\n`);
}

async function runOwn(workflow: string): Promise<Report[]> {
	const credentials = flags.credentials ? readJson<CredentialStore>(flags.credentials) : {};
	const reports = await runFiles([workflow], credentials);
	show(reports);
	return reports;
}

/** The last lines: whoever tries it first has nothing else to read. */
function nextSteps(inbox: string | undefined, credentials: CredentialStore): string {
	const [[name, { type, data }] = ['', { type: '', data: {} }]] = Object.entries(credentials);
	const blank = Object.fromEntries(Object.keys(data).map((field) => [field, '…']));
	return `
What to do next:
- See these cards as a messenger shows them: ${inbox === undefined ? 'npm start -- --keep' : `${inbox} (Ctrl-C ends it)`}
- Click through the node in a complete n8n: npm run editor (the first time it downloads about 2 GB)
- Send a card through your own gateway: copy a workflow of examples/, write your own second phone
  into it, and run
    npm start -- --workflow my-workflow.json --credentials my-credentials.json
  where my-credentials.json holds your account under the credential's name in the workflow, such as
    ${JSON.stringify({ [name]: { type, data: blank } })}`;
}

async function runExamples(): Promise<Report[]> {
	const sandbox = await startSandbox();
	const folder = path.join(root, 'examples');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => path.join(folder, file));
	const credentials = exampleCredentials(sandbox);
	const reports = await runFiles(files, credentials);
	show(reports);
	say(nextSteps(flags.keep ? sandbox.url : undefined, credentials));
	if (flags.keep) {
		await new Promise<void>((resolve) => {
			process.once('SIGINT', resolve);
			process.once('SIGTERM', resolve);
		});
	}
	await sandbox.close();
	return reports;
}

async function main(): Promise<number> {
	build();
	const reports = await (flags.workflow ? runOwn(flags.workflow) : runExamples());
	const failed = reports.filter(({ status }) => status !== 'success');
	return reports.length > 0 && failed.length === 0 ? 0 : 1;
}

void main()
	.catch((error: unknown) => {
		say(error instanceof Error ? error.message : String(error));
		return 1;
	})
	// n8n-core keeps timers of its own, so the process would not end by itself.
	.then((code) => process.stdout.write('', () => process.exit(code)));
