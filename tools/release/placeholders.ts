/** Values of the manifest that were invented, so that nothing is published which reaches nobody. */

interface Manifest {
	readonly name: string;
	readonly author?: { readonly name?: string; readonly email?: string };
	readonly homepage?: string;
	readonly bugs?: { readonly url?: string };
	readonly repository?: { readonly url?: string };
}

/** Domains that are nobody's (RFC 2606, RFC 6761). */
const NOBODYS = /[@./](?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?:[/:#?]|$)/i;

/** What templates put where a person should write. */
const TEMPLATE = /\b(?:your|todo|changeme|placeholder)\b|[<>]/i;

/** The account that a package on GitHub would have if it were called like the package. */
const inventedRepository = (name: string) => `github.com/${name}/${name}`;

/** `package.json:17 homepage: …` for each value that stands for another. */
export function placeholdersIn(text: string): string[] {
	const { name, author, homepage, bugs, repository } = JSON.parse(text) as Manifest;
	const invented = (value: string) =>
		value.includes(inventedRepository(name)) || NOBODYS.test(value);
	const isMissing = (value: string) => value.trim() === '';
	const values: ReadonlyArray<readonly [string, string | undefined, (value: string) => boolean]> = [
		['author.name', author?.name, (value) => value.includes(name)],
		['author.email', author?.email, (value) => NOBODYS.test(value)],
		['homepage', homepage, invented],
		['bugs.url', bugs?.url, invented],
		['repository.url', repository?.url, invented],
	];
	return values.flatMap(([key, value = '', isPlaceholder]) =>
		isMissing(value)
			? [`package.json ${key} is missing`]
			: isPlaceholder(value) || TEMPLATE.test(value)
				? [`package.json:${lineOf(text, JSON.stringify(value))} ${key}: ${value}`]
				: [],
	);
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** Where else the invented repository is named; code links to it from credentials and codex. */
export function otherMentions(
	manifest: string,
	read: (file: string) => string,
	files: readonly string[],
): string[] {
	const { name } = JSON.parse(manifest) as Manifest;
	const part = inventedRepository(name);
	if (!manifest.includes(part)) return [];
	return files
		.filter((file) => /\.(?:ts|json|md|ya?ml|js|mjs)$/.test(file) && file !== 'package.json')
		.flatMap((file) =>
			read(file)
				.split('\n')
				.flatMap((line, index) =>
					line.includes(part) ? [`${file}:${index + 1} ${line.trim()}`] : [],
				),
		);
}
