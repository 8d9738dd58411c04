/**
 * The software bill of materials (CycloneDX 1.6, JSON). It holds no time and no random number, so
 * the same sources give the same file.
 */
import type { Bundled } from './bundled';
import { embedded } from './embedded';

/** The ending by which scanners know a CycloneDX file. */
export const SBOM_FILE = 'sbom.cdx.json';

interface Root {
	readonly name: string;
	readonly version: string;
	readonly description: string;
	readonly license: string;
	readonly repository: { readonly url: string };
}

/** The `packages` of package-lock.json, by folder. */
export type Locked = Readonly<Record<string, { readonly integrity?: string } | undefined>>;

const licences = (id: string) => [{ license: { id } }];

/** A package URL, the name under which advisories list a package. */
export function purlOf({ name, version }: Pick<Bundled, 'name' | 'version'>): string {
	return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** What is inside the package, and what of it needs what. */
export function sbom(root: Root, packages: readonly Bundled[], locked: Locked) {
	const rootRef = purlOf(root);
	const refs = new Map(packages.map((each) => [each.name, purlOf(each)]));
	return {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {
			lifecycles: [{ phase: 'build' }],
			component: {
				type: 'library',
				'bom-ref': rootRef,
				name: root.name,
				version: root.version,
				description: root.description,
				licenses: licences(root.license),
				purl: rootRef,
				externalReferences: [{ type: 'vcs', url: root.repository.url }],
			},
		},
		components: packages.map((each) => componentOf(each, locked)),
		dependencies: [
			{ ref: rootRef, dependsOn: [...refs.values()] },
			...packages.map((each) => ({
				ref: purlOf(each),
				dependsOn: each.dependsOn.flatMap((name) => refs.get(name) ?? []),
			})),
		],
	};
}

function componentOf(each: Bundled, locked: Locked) {
	const inside = embedded.filter((one) => one.inside === each.name);
	const [algorithm, digest] = locked[each.folder]?.integrity?.split('-') ?? [];
	const [group, name] = each.name.startsWith('@') ? each.name.split('/') : [undefined, each.name];
	return {
		type: 'library',
		'bom-ref': purlOf(each),
		...(group !== undefined && { group }),
		name,
		version: each.version,
		scope: 'required',
		...(algorithm === 'sha512' &&
			digest !== undefined && {
				hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
			}),
		licenses: licences(each.licence),
		purl: purlOf(each),
		...(each.homepage !== undefined && {
			externalReferences: [{ type: 'website', url: each.homepage }],
		}),
		...(inside.length > 0 && {
			components: inside.map((one) => ({
				type: 'library',
				'bom-ref': `${purlOf(each)}#${one.name}`,
				name: one.name,
				licenses: licences(one.licence),
				externalReferences: [{ type: 'vcs', url: one.source }],
			})),
		}),
	};
}
