// What most tests need: the sandbox gateway, a complete n8n with the packed package in it, its owner
// signed in, and the credentials that the examples name.
import { exampleCredentials } from '../../sandbox/demo/exampleCredentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { ensureInstalled, type N8nName } from './install';
import { startN8n, type N8nProcess } from './n8n';
import { packPackage } from './pack';
import { installPackage } from './package';
import { openEditor, type Editor, type StoredCredential } from './rest';
import { freshUserFolder, installTimeoutMs } from './testN8n';

/** Stored credentials by the names that examples give them. */
export type Accounts = Record<string, StoredCredential>;

export interface TestBed {
	sandbox: Sandbox;
	n8n: N8nProcess;
	editor: Editor;
	accounts: Accounts;
}

/** Stores the credentials that the examples name, pointing at the sandbox. */
export async function storeAccounts(editor: Editor, sandbox: Sandbox): Promise<Accounts> {
	const known = new Map((await editor.credentials()).map((stored) => [stored.name, stored]));
	const accounts: Accounts = {};
	for (const [name, { type, data }] of Object.entries(exampleCredentials(sandbox))) {
		const stored = known.get(name);
		if (stored) await editor.changeCredential(stored, data);
		accounts[name] = stored ?? (await editor.createCredential(name, type, data));
	}
	return accounts;
}

/**
 * One test bed for all tests of a `describe`; look into the answer inside of tests only.
 * @param environment added to n8n's, made when the sandbox's address is known; the folder is n8n's
 */
export function useTestBed(
	name: N8nName,
	environment: (sandbox: Sandbox, userFolder: string) => Record<string, string> = () => ({}),
): TestBed {
	const { userFolder, remove } = freshUserFolder();
	const bed: Partial<TestBed> = {};

	beforeAll(async () => {
		const installation = await ensureInstalled(name);
		installPackage(await packPackage(), userFolder);
		bed.sandbox = await startSandbox();
		const env = environment(bed.sandbox, userFolder);
		bed.n8n = await startN8n(installation, { userFolder, env });
		bed.editor = await openEditor(bed.n8n.url);
		bed.accounts = await storeAccounts(bed.editor, bed.sandbox);
	}, installTimeoutMs);

	beforeEach(() => bed.sandbox?.reset());

	afterAll(async () => {
		await bed.n8n?.stop();
		await bed.sandbox?.close();
		remove();
	});

	return bed as TestBed;
}
