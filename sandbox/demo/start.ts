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
import { NODE_TYPE, reportsOf, type Report } from './report';
import { table } from './table';

const root = path.resolve(__dirname, '../..');

const flags = readFlags();

function readFlags() {
	try {
		return parseArgs({
			options: {
				json: { type: 'boolean', default: false },
				keep: { type: 'boolean', default: false },
				workflow: { type: 'string' },
				credentials: { type: 'string' },
			},
		}).values;
	} catch (error) {
		// Without the two dashes npm keeps the flags' names for itself.
		say(`${(error as Error).message}. Write: npm start -- --workflow FILE --credentials FILE`);
		return process.exit(1);
	}
}

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
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as T;
	} catch (error) {
		throw new Error(`${file} cannot be read: ${(error as Error).message}`);
	}
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

/** A credentials file for these credentials, to be filled in. */
function skeleton(credentials: CredentialStore): string {
	const blank = ({ type, data }: CredentialStore[string]) => ({
		type,
		data: Object.fromEntries(Object.keys(data).map((field) => [field, '…'])),
	});
	return JSON.stringify(
		Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, blank(value)])),
	);
}

/** Those of the workflow that the file does not hold under that name and type. */
function missing({ nodes }: WorkflowFile, credentials: CredentialStore): CredentialStore {
	const data = { apiUrl: '', instance: '', token: '' };
	const named = nodes
		.filter(({ type }) => type === NODE_TYPE)
		.flatMap((node) => Object.entries(node.credentials ?? {}))
		.filter(([type, { name }]) => credentials[name]?.type !== type);
	return Object.fromEntries(named.map(([type, { name }]) => [name, { type, data }]));
}

async function runOwn(workflow: string): Promise<Report[]> {
	const credentials = flags.credentials ? readJson<CredentialStore>(flags.credentials) : {};
	const lacking = missing(readJson<WorkflowFile>(workflow), credentials);
	if (Object.keys(lacking).length > 0) {
		throw new Error(
			`The file of --credentials has to hold this too, with your account's values:\n${skeleton(lacking)}`,
		);
	}
	const reports = await runFiles([workflow], credentials);
	show(reports);
	return reports;
}

/** The last lines: whoever tries it first has nothing else to read. */
function nextSteps(inbox: string | undefined): string {
	return `
The rows with INVALID_INPUT belong to the examples, which show what happens to bad numbers.

What to do next:
- See these cards as a messenger shows them: ${inbox === undefined ? 'npm start -- --keep' : `${inbox} (Ctrl-C ends it)`}
- Click through the node in a complete n8n: npm run editor (the first time it downloads about 2 GB)
- Send a card through your own gateway: copy its …-send-contact.json of examples/, leave one item
  under pinData, write your own second phone as its "to", and run
    npm start -- --workflow my-workflow.json --credentials my-credentials.json
  Without the second flag it says what my-credentials.json has to hold.`;
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
	say(nextSteps(flags.keep ? sandbox.url : undefined));
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
