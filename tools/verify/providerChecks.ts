/** That a provider is everywhere it has to be: the recipe "Add a gateway", as far as it can be checked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check, Subject } from './subject';

const FOLDER = 'nodes/WhatsAppContacts/providers';

/** A provider's folder is its id. */
function providersIn(root: string): string[] {
	return readdirSync(path.join(root, FOLDER), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

const sorted = (values: readonly unknown[]) => values.map(String).sort().join();

/** One row: what the recipe asks is one question. */
export const providerChecks: readonly Check[] = [
	{
		id: 'providers',
		asks: 'every provider is in the node, its credentials, package.json, examples and tests',
		problems: (subject) => {
			const ids = providersIn(subject.root);
			return [
				...chooserProblems(subject, ids),
				...credentialProblems(subject, ids),
				...ids.flatMap((id) => fileProblems(subject.root, id)),
			];
		},
		note: ({ root }) => providersIn(root).join(', '),
	},
];

function chooserProblems({ nodes }: Subject, ids: readonly string[]): string[] {
	const chooser = nodes[0]?.properties.find(({ name }) => name === 'provider');
	const values = (chooser?.options ?? []).map((option) => 'value' in option && option.value);
	return sorted(values) === sorted(ids) ? [] : [`the field provider offers ${values.join()}`];
}

/** n8n shows a credential unless the provider is one of those that it hides for: all but its own. */
function credentialProblems({ nodes, credentials, manifest }: Subject, ids: readonly string[]) {
	const used = (nodes[0]?.credentials ?? []).map(({ name, displayOptions }) => {
		const hidden = displayOptions?.hide?.provider ?? [];
		return { name, shownFor: ids.filter((id) => !hidden.includes(id)) };
	});
	const shownFor = used.flatMap((each) => each.shownFor);
	return [
		...used
			.filter((each) => each.shownFor.length !== 1)
			.map((each) => `${each.name} is shown for ${each.shownFor.join() || 'none'}`),
		...(sorted(shownFor) === sorted(ids) ? [] : [`credentials are shown for ${sorted(shownFor)}`]),
		...(sorted(used.map(({ name }) => name)) === sorted(credentials.map(({ name }) => name))
			? []
			: [`package.json registers ${manifest.n8n.credentials.join()}`]),
	];
}

function fileProblems(root: string, id: string): string[] {
	const examples = readdirSync(path.join(root, 'examples'))
		.filter((file) => file.endsWith('.json'))
		.map((file) => readFileSync(path.join(root, 'examples', file), 'utf8'));
	const shows = (operation: string) =>
		examples.some((text) => text.includes(`"${id}"`) && text.includes(`"${operation}"`));
	const files = [
		`test/gateways/${id}.vectors.ts`,
		`test/gateways/${id}.test.ts`,
		`sandbox/${id}/index.ts`,
		`test/gateways/${id}.sandbox.test.ts`,
	];
	return [
		...files.filter((file) => !existsSync(path.join(root, file))),
		...['sendContact', 'getContactInfo', 'checkNumber']
			.filter((operation) => !shows(operation))
			.map((operation) => `no example of ${id} shows ${operation}`),
	];
}
