/** THIRD_PARTY_LICENSES.md: the whole licence text of everything that is bundled. */
import type { Bundled } from './bundled';
import { embedded, mitText } from './embedded';

/** One section a package, and one for each thing that it carries inside. */
export function licenceTexts(packages: readonly Bundled[]): string {
	const sections = packages.flatMap((each) => [sectionOf(each), ...insideOf(each)]);
	return ['# Licences of the software bundled into this package\n', ...sections].join('\n');
}

function sectionOf({ name, version, licence, texts }: Bundled): string {
	const bodies = texts.map(({ file, text }) =>
		texts.length > 1 ? `### ${file}\n\n${fenced(text)}` : fenced(text),
	);
	return `## ${name} ${version} (${licence})\n\n${bodies.join('\n\n')}\n`;
}

function insideOf({ name }: Bundled): string[] {
	return embedded
		.filter(({ inside }) => inside === name)
		.map((each) => {
			const title = `## ${each.name}, inside ${name} (${each.licence})\n\n${each.source}\n`;
			return each.copyright.length > 0
				? `${title}\n${fenced(mitText(each.copyright))}\n`
				: `${title}\nIts text is among those of ${name} above.\n`;
		});
}

/** A licence is plain text: as Markdown its lists and angle brackets would change. */
function fenced(text: string): string {
	return `\`\`\`text\n${text}\n\`\`\``;
}
