// The workflows of `examples/`, with the ids of stored credentials filled in, as a person does by
// choosing them after the import.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Accounts } from './testBed';
import type { Workflow } from './workflow';

const folder = join(__dirname, '..', 'examples');

/** The examples' names, which are their files' without `.json`. */
export const exampleNames = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => basename(file, '.json'))
	.sort();

/** One example, ready to be saved. */
export function example(name: string, accounts: Accounts): Workflow {
	const workflow = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Workflow;
	for (const { credentials = {} } of workflow.nodes) {
		for (const [type, { name: account }] of Object.entries(credentials)) {
			const stored = accounts[account];
			if (stored === undefined) throw new Error(`${name} names the unknown "${account}"`);
			credentials[type] = { id: stored.id, name: account };
		}
	}
	return workflow;
}
