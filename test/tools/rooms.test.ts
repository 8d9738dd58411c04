/** Who may import whom: an arrow that is not here is a decision, not an accident. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf, readHouse } from '../../tools/drawing/imports';
import { sourcesIn } from '../../tools/sources';

const root = path.resolve(__dirname, '../..');
const { rooms, arrows } = readHouse(root);

/** Rooms and libraries that a room may import; `types:` where it may take types only. */
const may: Readonly<Record<string, readonly string[]>> = {
	'WhatsAppContacts.node': ['credentialTest', 'operations', 'providers', 'run', 'n8n-workflow'],
	credentialTest: [
		...['delivery', 'domain', 'operations', 'providers', 'transport'],
		'types:n8n-workflow',
	],
	credentials: ['providers', 'types:n8n-workflow'],
	run: [
		...['delivery', 'domain', 'nodeError', 'operations', 'providers', 'transport'],
		...['crypto', 'n8n-workflow', 'zod'],
	],
	operations: ['domain', 'providers', 'types:n8n-workflow', 'zod'],
	delivery: ['domain', 'types:providers', 'types:transport'],
	nodeError: ['domain', 'n8n-workflow'],
	providers: ['domain', 'zod'],
	transport: ['types:n8n-workflow', 'undici'],
	domain: ['libphonenumber-js', 'zod'],
};

it.each(rooms.map(({ name }) => name))('%s imports only what it may', (name) => {
	const imported = [
		...arrows.filter(({ from }) => from === name).map(({ to, isType }) => ({ to, isType })),
		...(rooms.find((room) => room.name === name)?.libraries ?? []).map((library) => ({
			to: library.name,
			isType: library.isType,
		})),
	];
	const allowed = may[name] ?? [];
	const refused = imported.filter(
		({ to, isType }) => !allowed.includes(to) && !(isType && allowed.includes(`types:${to}`)),
	);
	expect(refused).toEqual([]);
});

/** Every module that some files import, with the importing file. */
function importsIn(folder: string): Array<{ file: string; module: string; isType: boolean }> {
	return sourcesIn(root, [folder]).flatMap((file) =>
		importsOf(file, readFileSync(path.join(root, file), 'utf8')).map((each) => ({ file, ...each })),
	);
}

const node = 'nodes/WhatsAppContacts';

it('undici and its name stay in the transport that is made of it', () => {
	const users = importsIn('nodes').filter(({ module }) => module === 'undici');
	expect(new Set(users.map(({ file }) => file))).toEqual(
		new Set([`${node}/transport/undiciSend.ts`]),
	);
});

it('the contract of the transports imports nothing', () => {
	const imports = importsIn(`${node}/transport`);
	expect(imports.filter(({ file }) => file === `${node}/transport/http.ts`)).toEqual([]);
});

it('credentials take values from names and signing alone, or zod would be in each of them', () => {
	const values = importsIn('credentials').filter(({ isType }) => !isType);
	const foreign = values.filter(
		({ module }) =>
			!/\/providers\/\w+\/(?:names|signing)$/.test(module) && !module.startsWith('./'),
	);
	expect(foreign).toEqual([]);
});

it('a provider does not know the others', () => {
	const others = importsIn(`${node}/providers`).filter(({ file, module }) => {
		const [, provider] = /providers\/(\w+)\/\w+\.ts$/.exec(file) ?? [];
		return provider !== undefined && /^\.\.\/\w+\//.test(module) && !/^\.\.\/\.\.\//.test(module);
	});
	expect(others).toEqual([]);
});
