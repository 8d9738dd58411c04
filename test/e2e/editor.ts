// `npm run editor`: a complete n8n with this package, the sandbox gateway, credentials, the
// examples and the recipes, to be clicked through. Its data stay in `.n8n/editor` for the next start.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox';
import { example, exampleNames, recipe, recipeNames } from './examples';
import { freePorts, isFree } from './freePort';
import { ensureInstalled } from './install';
import { startN8n, type N8nProcess } from './n8n';
import { packPackage } from './pack';
import { installPackage } from './package';
import { duration, whileSaying } from './progress';
import { openEditor, owner, type Editor } from './rest';
import { storeAccounts } from './testBed';

const userFolder = join(__dirname, '.n8n', 'editor');

/** n8n's usual port, if nothing else of the machine has it. */
const usualPort = 5678;

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

/** Saves the examples and recipes that are not there yet; changed ones stay as the user left them. */
async function saveExamples(editor: Editor, sandbox: Sandbox): Promise<void> {
	const accounts = await storeAccounts(editor, sandbox);
	const known = new Set(await editor.workflowNames());
	const workflows = [
		...exampleNames.map((name) => example(name, accounts)),
		...recipeNames.map((name) => recipe(name, accounts)),
	];
	for (const workflow of workflows) {
		if (!known.has(workflow.name)) await editor.createWorkflow(workflow);
	}
}

async function start(sandbox: Sandbox, track: (n8n: N8nProcess) => void): Promise<void> {
	const installation = await ensureInstalled('n8n-2', say);
	say('Packing and installing n8n-nodes-whatsapp-contacts …');
	const packing = Date.now();
	installPackage(await packPackage(), userFolder);
	say(`Done in ${duration(Date.now() - packing)}`);
	const isFirst = !existsSync(join(userFolder, '.n8n', 'database.sqlite'));
	const starting = Date.now();
	const what = isFirst ? 'for the first time, which also makes its database' : 'again';
	const line = () =>
		`Starting n8n ${installation.version} ${what} … ${duration(Date.now() - starting)}`;
	const [otherPort] = await freePorts(1);
	const port = (await isFree(usualPort)) ? usualPort : otherPort;
	const env = { N8N_PORT: `${port}`, N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}` };
	const n8n = await whileSaying(line, startN8n(installation, { userFolder, env }), say);
	track(n8n);
	await saveExamples(await openEditor(n8n.url), sandbox);
	say(`
n8n:       ${n8n.url}
  e-mail   ${owner.email}
  password ${owner.password}
Inbox of the sandbox gateway: ${sandbox.url}

What to do next:
1. Open n8n's address, sign in, open a workflow and execute it.
2. See the cards arrive in the inbox.
3. For a card through your own gateway, make a credential of your own (those here lead to the
   sandbox); saving it tests that the phone is connected. Choose it in a workflow "… send contact
   cards"; in its first node leave one pinned item, with your own second phone as "to".
The workflow with an AI agent needs an account of yours for its chat model. Ctrl-C ends everything;
data and workflows stay for the next start.`);
}

/** Resolves when the user wants to end, or n8n has ended on its own. */
async function untilEnd(n8n: () => N8nProcess | undefined, asked: Promise<void>): Promise<void> {
	let isAsked = false;
	void asked.then(() => (isAsked = true));
	while (!isAsked) {
		const end = n8n()?.ended();
		if (end !== undefined) throw new Error(`n8n ${end}:\n${n8n()?.logs().slice(-4_000)}`);
		await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 500))]);
	}
}

async function main(): Promise<void> {
	const asked = new Promise<void>((resolve) => {
		process.on('SIGINT', () => resolve());
		process.on('SIGTERM', () => resolve());
	});
	let n8n: N8nProcess | undefined;
	const sandbox = await startSandbox();
	try {
		// Ctrl-C counts while n8n is being installed and started, too.
		await Promise.race([start(sandbox, (started) => (n8n = started)), asked]);
		await untilEnd(() => n8n, asked);
		say('Ending …');
	} finally {
		await n8n?.stop();
		await sandbox.close();
	}
}

main().then(
	// An installation that was broken off would go on otherwise.
	() => process.exit(0),
	(error: unknown) => {
		process.stderr.write(`${(error as Error).message}\n`);
		process.exit(1);
	},
);
