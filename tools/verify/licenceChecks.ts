/** Licences, bill of materials, and that the same sources give the same files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { embedded } from '../build/licences/embedded';
import { purlOf, SBOM_FILE } from '../build/licences/sbom';
import { type Check, readJson, type Subject } from './subject';

/** Licences that may be bundled into an MIT package with nothing but their text. */
const COMPATIBLE = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

/** How each licence's text ends; a text that was cut short does not get there. */
const LAST_WORDS: Readonly<Record<string, RegExp>> = {
	MIT: /OTHER DEALINGS IN THE\s+SOFTWARE/,
	'Apache-2.0': /limitations under the License/,
};

interface Bill {
	readonly bomFormat: string;
	readonly specVersion: string;
	readonly metadata: { readonly component: { readonly purl: string } };
	readonly components: ReadonlyArray<{
		readonly purl: string;
		readonly licenses: ReadonlyArray<{ readonly license: { readonly id: string } }>;
	}>;
}

/** Bundling is passing on: the licences ask for their text, and users for a list. */
export const licenceChecks: readonly Check[] = [
	{
		id: 'third-party',
		asks: 'the whole licence text of every bundled package is in the tarball',
		problems: ({ tarball, bundled }) => {
			const text = readFileSync(
				path.join(tarball.folder, 'dist', 'THIRD_PARTY_LICENSES.md'),
				'utf8',
			);
			return [
				...bundled.flatMap(({ name, version, licence, texts }) => [
					...(COMPATIBLE.includes(licence) ? [] : [`${name} has the licence ${licence}`]),
					...(text.includes(`## ${name} ${version} (${licence})`) ? [] : [`${name} ${version}`]),
					...texts.filter((each) => !text.includes(each.text)).map(({ file }) => `${name} ${file}`),
					...(texts.some((each) => LAST_WORDS[licence]?.test(each.text) ?? true)
						? []
						: [`${name} ships no whole ${licence} text`]),
				]),
				...embedded
					.filter(({ inside }) => bundled.some(({ name }) => name === inside))
					.filter(({ name, inside }) => !text.includes(`## ${name}, inside ${inside}`))
					.map(({ name }) => name),
			];
		},
		note: ({ bundled }) => bundled.map(({ name, version }) => `${name} ${version}`).join(', '),
	},
	{
		id: 'sbom',
		asks: 'the bill of materials (CycloneDX) names exactly what is bundled',
		problems: (subject) => billProblems(subject),
	},
	{
		id: 'reproducible',
		asks: 'a second build gives the same bytes',
		problems: ({ tarball, manifest }) =>
			[
				...manifest.n8n.nodes,
				...manifest.n8n.credentials,
				'dist/THIRD_PARTY_LICENSES.md',
				`dist/${SBOM_FILE}`,
			].filter((file) => {
				const again = path.join(tarball.secondBuild, file.replace(/^dist\//, ''));
				return !readFileSync(path.join(tarball.folder, file)).equals(readFileSync(again));
			}),
	},
];

function billProblems({ tarball, manifest, bundled }: Subject): string[] {
	const bill = readJson(path.join(tarball.folder, 'dist', SBOM_FILE)) as Bill;
	const named = bill.components.map(({ purl }) => purl);
	const expected = bundled.map(purlOf);
	return [
		...(bill.bomFormat === 'CycloneDX' && /^1\.[56]$/.test(bill.specVersion) ? [] : ['format']),
		...(bill.metadata.component.purl === purlOf(manifest) ? [] : ['it is of another version']),
		...expected.filter((purl) => !named.includes(purl)).map((purl) => `${purl} is missing`),
		...named.filter((purl) => !expected.includes(purl)).map((purl) => `${purl} is not bundled`),
	];
}
