// HTML by template, escaped by default: what cards hold comes from strangers, so text only becomes
// markup by being written here.

/** Text that was written as HTML; every other text is escaped. */
export class Markup {
	constructor(readonly source: string) {}
}

type Content = Markup | string | number | undefined | false | Content[];

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Direction and control characters are dropped: a name cannot turn the line around it. */
const escape = (text: string): string =>
	text
		.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
		.replace(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

function render(content: Content): string {
	if (content instanceof Markup) return content.source;
	if (Array.isArray(content)) return content.map(render).join('');
	return content === undefined || content === false ? '' : escape(String(content));
}

/** Named so that editors and prettier know what stands in it. */
export const html = (texts: TemplateStringsArray, ...contents: Content[]): Markup =>
	new Markup(String.raw({ raw: texts }, ...contents.map(render)));
