// The workflows of `examples/`, with the ids of stored credentials filled in, as a person does by
// choosing them after the import.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Accounts } from './testBed';
import type { Workflow } from './workflow';

const examples = join(__dirname, '../..', 'examples');
const recipes = join(examples, 'recipes');

/** The examples' names, which are their files' without `.json`. */
export const exampleNames = namesIn(examples);

/** The recipes' names, likewise. */
export const recipeNames = namesIn(recipes);

/** One example, ready to be saved. */
export function example(name: string, accounts: Accounts): Workflow {
	return readWorkflow(join(examples, `${name}.json`), accounts);
}

/** One recipe, ready to be saved. */
export function recipe(name: string, accounts: Accounts): Workflow {
	return readWorkflow(join(recipes, `${name}.json`), accounts);
}

function namesIn(folder: string): string[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => basename(file, '.json'))
		.sort();
}

function readWorkflow(file: string, accounts: Accounts): Workflow {
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	for (const { credentials = {} } of workflow.nodes) {
		for (const [type, { name }] of Object.entries(credentials)) {
			const stored = accounts[name];
			if (stored) credentials[type] = { id: stored.id, name };
			else if (type.startsWith('whatsApp')) throw new Error(`${file} names the unknown "${name}"`);
			// Another service's account is the user's own to choose.
			else delete credentials[type];
		}
	}
	return workflow;
}
