/** That the house stays simple: one place for each gateway, few folders, short texts. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { providers, type Provider } from '../../nodes/WhatsAppContacts/providers';
import { sourcesIn } from '../sources';
import type { Check } from './subject';

/** In how many files beside its own places a gateway may be named. */
const MOST_FILES = 6;

/**
 * The three that the project began with are in more: the bench measures them by name, and older
 * tests take them for any gateway. These numbers go down, and a new gateway gets none.
 */
const MOST_FILES_TODAY: Readonly<Record<string, number>> = {
	greenApi: 34,
	plugzApi: 36,
	evolutionApi: 27,
};

/** Visible folders at the root, each with a sentence in the README's map. */
const MOST_FOLDERS = 7;

/** People read these to the end. What is looked up stands in docs/reference.md, however long. */
const LENGTHS: ReadonlyArray<{
	readonly file: string;
	readonly unit: 'bytes' | 'characters';
	readonly most: number;
}> = [
	{ file: 'README.md', unit: 'bytes', most: 10_000 },
	{ file: 'CONTRIBUTING.md', unit: 'bytes', most: 8_000 },
	{ file: 'docs/guide.md', unit: 'characters', most: 25_000 },
	{ file: 'docs/guide.pt-BR.md', unit: 'characters', most: 25_000 },
	{ file: 'docs/guide.ru.md', unit: 'characters', most: 25_000 },
];

/** What git knows or would add. */
function filesOf(root: string): string[] {
	const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
	const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
	return [...new Set(listed)].filter((file) => file !== '' && existsSync(path.join(root, file)));
}

/** Whether a file may speak of this gateway as much as it likes. */
export function isOwnPlace(file: string, id: string, credentialName: string): boolean {
	return (
		/^(?:docs|examples)\/|\.md$|(?:^|\/)package-lock\.json$/.test(file) ||
		file.startsWith(`nodes/WhatsAppContacts/providers/${id}/`) ||
		file.startsWith(`sandbox/${id}/`) ||
		file.startsWith(`test/gateways/${id}`) ||
		file.toLowerCase().startsWith(`credentials/${credentialName.toLowerCase()}.`)
	);
}

/** The id, and the names that people know it by; as words, in any case. */
export function namesGateway(text: string, id: string, displayName: string): boolean {
	return [id, ...displayName.split(' / ')].some((name) =>
		new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').test(text),
	);
}

function namingFiles(root: string): Array<{ id: string; files: string[] }> {
	const texts = filesOf(root).map((file) => ({
		file,
		text: readFileSync(path.join(root, file), 'utf8'),
	}));
	return Object.entries(providers).map(
		([id, { displayName, credentialName }]: [string, Provider]) => ({
			id,
			files: texts
				.filter(({ file }) => !isOwnPlace(file, id, credentialName))
				.filter(({ text }) => namesGateway(text, id, displayName))
				.map(({ file }) => file),
		}),
	);
}

const mostFiles = (id: string) => MOST_FILES_TODAY[id] ?? MOST_FILES;

/** Of the repository: whoever adds a gateway or a text sees at once when it spreads. */
export const houseChecks: readonly Check[] = [
	{
		id: 'one-place',
		asks: `a gateway is named in at most ${MOST_FILES} files beside its own places`,
		problems: ({ root }) =>
			namingFiles(root)
				.filter(({ id, files }) => files.length > mostFiles(id))
				.map(({ id, files }) => `${id} in ${files.length}: ${files.join(', ')}`),
		note: ({ root }) =>
			namingFiles(root)
				.map(({ id, files }) => `${id} ${files.length} of ${mostFiles(id)}`)
				.join(', '),
	},
	{
		id: 'folders',
		asks: `the root has at most ${MOST_FOLDERS} visible folders`,
		problems: ({ root }) => {
			const folders = foldersOf(root);
			return folders.length > MOST_FOLDERS ? [folders.join(', ')] : [];
		},
		note: ({ root }) => foldersOf(root).join(', '),
	},
	{
		id: 'names',
		asks: 'no two files of the package bear one name for two things',
		problems: ({ root }) => sharedNames(sourcesIn(root, ['nodes'])),
	},
	{
		id: 'lengths',
		asks: 'README, CONTRIBUTING and the guides are short enough to be read',
		problems: ({ root }) =>
			measured(root)
				.filter(({ length, most }) => length > most)
				.map(({ file, length, unit, most }) => `${file} has ${length} ${unit} of ${most}`),
		note: ({ root }) =>
			measured(root)
				.map(({ file, length, most }) => `${file} ${length} of ${most}`)
				.join(', '),
	},
];

/** A gateway's folder has the names of what every gateway has, and `index.ts` is no name. */
export function sharedNames(files: readonly string[]): string[] {
	const own = files.filter((file) => !/\/providers\/\w+\/|\/index\.ts$/.test(file));
	const names = own.map((file) => path.basename(file));
	return own.filter(
		(_, at) => names.indexOf(names[at] ?? '') !== names.lastIndexOf(names[at] ?? ''),
	);
}

const foldersOf = (root: string) =>
	[...new Set(filesOf(root).flatMap((file) => /^([^./][^/]*)\//.exec(file)?.[1] ?? []))].sort();

const measured = (root: string) =>
	LENGTHS.map((each) => ({ ...each, length: lengthOf(root, each.file, each.unit) }));

function lengthOf(root: string, file: string, unit: 'bytes' | 'characters'): number {
	const at = path.join(root, file);
	return unit === 'bytes' ? statSync(at).size : readFileSync(at, 'utf8').length;
}
