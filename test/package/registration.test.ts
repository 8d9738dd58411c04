/** package.json, the built files and the node's description name the same things. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { providerKits } from '../gateways';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
	readonly name: string;
	readonly main: string;
	readonly files: readonly string[];
	readonly keywords: readonly string[];
	readonly scripts: Readonly<Record<string, string>>;
	readonly dependencies?: object;
	readonly peerDependencies: object;
	readonly n8n: {
		readonly n8nNodesApiVersion: number;
		readonly nodes: readonly string[];
		readonly credentials: readonly string[];
	};
}
const manifest = JSON.parse(read('package.json')) as Manifest;

function load<T>(file: string): T {
	const name = path.basename(file).split('.')[0] ?? '';
	const exported = require(path.join(root, file)) as Readonly<Record<string, new () => T>>;
	const Class = exported[name];
	if (!Class) throw new Error(`${file} does not export ${name}`);
	return new Class();
}

const nodes = manifest.n8n.nodes.map((file) => ({ file, node: load<INodeType>(file) }));
const credentials = manifest.n8n.credentials.map((file) => ({
	file,
	type: load<ICredentialType>(file),
}));
const description = nodes[0]?.node.description;

it('has the names that saved workflows depend on', () => {
	expect(manifest.name).toBe('n8n-nodes-whatsapp-contacts');
	expect(nodes.map(({ node }) => node.description)).toMatchObject([
		{ name: 'whatsAppContacts', displayName: 'WhatsApp Contacts', version: 1, usableAsTool: true },
	]);
	const names = Object.fromEntries(credentials.map(({ type }) => [type.name, type.displayName]));
	expect(names).toEqual(
		Object.fromEntries(
			providerKits.map(({ credential: { type, displayName } }) => [type, displayName]),
		),
	);
});

it('registers every built node and credential, and nothing that is not built', () => {
	const built = (folder: string, ending: string) =>
		readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith(ending))
			.map((file) => `${folder}/${file}`);
	expect([...manifest.n8n.nodes].sort()).toEqual(built('dist/nodes', '.node.js').sort());
	expect([...manifest.n8n.credentials].sort()).toEqual(
		built('dist/credentials', '.credentials.js').sort(),
	);
	expect(existsSync(path.join(root, manifest.main))).toBe(true);
	expect(manifest.n8n.n8nNodesApiVersion).toBe(1);
});

it('names each credential once in the node, and tests each by a function of the node', () => {
	const named = (description?.credentials ?? []).map(({ name }) => name);
	expect([...named].sort()).toEqual(credentials.map(({ type }) => type.name).sort());
	const tests = Object.keys(nodes[0]?.node.methods?.credentialTest ?? {});
	const testedBy = (description?.credentials ?? []).map((credential) => credential.testedBy);
	expect([...testedBy].sort()).toEqual([...tests].sort());
});

it('offers a credential to each provider, and to no other', () => {
	const field = description?.properties.find(({ name }) => name === 'provider');
	const providers = (field?.options ?? []).map((option) => ('value' in option ? option.value : ''));
	expect(providers).toHaveLength(credentials.length);
	for (const provider of providers) {
		const shown = (description?.credentials ?? []).filter(
			({ displayOptions }) => !displayOptions?.hide?.provider?.includes(provider),
		);
		expect(shown).toHaveLength(1);
	}
});

describe.each([
	...nodes.map(({ file, node }) => ({ file, icon: node.description.icon })),
	...credentials.map(({ file, type }) => ({ file, icon: type.icon })),
])('the icon of $file', ({ file, icon }) => {
	it('is there for light and dark, and differs', () => {
		if (typeof icon !== 'object') throw new Error('it is one for both themes');
		const [light, dark] = [icon.light, icon.dark].map((each) =>
			read(path.join(path.dirname(file), each.replace(/^file:/, ''))),
		);
		expect(light).toMatch(/^<svg /);
		expect(dark).toMatch(/^<svg /);
		expect(light).not.toBe(dark);
	});
});

it('has a codex under the node’s own name, without which n8n’s search does not find it', () => {
	for (const { file, node } of nodes) {
		const codex = JSON.parse(read(file.replace(/\.js$/, '.json'))) as { node: string };
		expect(codex.node).toBe(`${manifest.name}.${node.description.name}`);
	}
});

it('shows each field once for one operation', () => {
	const seen = new Map<string, number>();
	const ask = (show: Readonly<Record<string, unknown>> | undefined, key: string, value: string) =>
		show?.[key] === undefined || (show[key] as unknown[]).includes(value);
	for (const operation of ['sendContact', 'getContactInfo', 'checkNumber']) {
		for (const { name, displayOptions } of description?.properties ?? []) {
			if (!ask(displayOptions?.show, 'operation', operation)) continue;
			seen.set(`${operation} ${name}`, (seen.get(`${operation} ${name}`) ?? 0) + 1);
		}
	}
	expect(seen.get('sendContact chatId')).toBe(1);
	expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
});

it('keeps secrets in password fields, and no default that could be sent by mistake', () => {
	for (const { type } of credentials) {
		for (const field of type.properties) {
			// A switch holds none.
			const isSecret = field.type !== 'boolean' && /token|key|password/i.test(field.name);
			expect([field.name, field.typeOptions?.password ?? false]).toEqual([field.name, isSecret]);
			if (isSecret) expect(field.default).toBe('');
			const kit = providerKits.find(({ credential }) => credential.type === type.name);
			if (field.name === 'instance') expect(field.default).toBe(kit?.credential.usualInstance);
		}
		expect(type.documentationUrl).toMatch(/^https:\/\//);
	}
});

it('installs into n8n with nothing else', () => {
	expect(manifest.dependencies).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	expect(manifest.keywords).toContain('n8n-community-node-package');
	for (const script of ['prepare', 'preinstall', 'install', 'postinstall']) {
		expect(manifest.scripts).not.toHaveProperty(script);
	}
});
