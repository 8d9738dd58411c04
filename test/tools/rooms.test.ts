/** Who may import whom: the rules hold, and each of them notices what it forbids. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { violationsIn } from '../../tools/rooms/cruise';
import { withDrawing } from '../../tools/documents/drawing';

const root = path.resolve(__dirname, '../..');
const node = 'nodes/WhatsAppContacts';

it('every room imports only what it may, and nobody in a circle', () => {
	const { violations, files } = violationsIn(root, 'nodes', 'credentials', 'sandbox', 'tools');
	expect(violations).toEqual([]);
	expect(files).toBeGreaterThan(200);
});

/** Files of a house that breaks every rule: where, what it says, which rules that breaks. */
const broken: ReadonlyArray<readonly [file: string, text: string, rules: readonly string[]]> = [
	[`${node}/WhatsAppContacts.node.ts`, "import './delivery/lanes';", ['WhatsAppContacts.node']],
	[`${node}/credentialTest.ts`, "import './run/run';", ['credentialTest']],
	[
		`${node}/credentialTest/two.ts`,
		"import { type T } from 'n8n-workflow';\nimport { v } from 'n8n-workflow';\nexport const x: T = v;",
		['credentialTest: types'],
	],
	[`${node}/run/run.ts`, "import 'node:fs';", ['run']],
	[`${node}/lists/one.ts`, "import '../transport/send';", ['lists']],
	[`${node}/operations/one.ts`, "import '../transport/send';", ['operations']],
	[
		`${node}/operations/two.ts`,
		"import { v } from 'n8n-workflow';\nexport const x = v;",
		['operations: types'],
	],
	[`${node}/delivery/lanes.ts`, "import type { T } from 'n8n-workflow';", ['delivery']],
	[
		`${node}/delivery/pace.ts`,
		"import type { T } from '../transport/send';\nimport { v } from '../transport/send';\nexport const x: T = v;",
		['delivery: types'],
	],
	[`${node}/delivery/good.ts`, "import type { T } from '../transport/send';", []],
	[`${node}/nodeError.ts`, "export * from './delivery/lanes';", ['nodeError']],
	[`${node}/providers/one/signing.ts`, "import '../two/signing';", ['a provider alone']],
	[`${node}/providers/two/signing.ts`, "import '../own';", []],
	[`${node}/providers/own.ts`, "import '../nodeError';", ['providers']],
	[`${node}/transport/send.ts`, "import 'undici';", ['undici in one file']],
	[`${node}/transport/undiciSend.ts`, "import 'undici';", []],
	[
		`${node}/transport/n8nSend.ts`,
		"import { v } from 'n8n-workflow';\nexport const x = v;",
		['transport: types'],
	],
	[`${node}/transport/http.ts`, "import './send';", ['contract of the transports']],
	[`${node}/transport/cards.ts`, "import '../domain/cards/one';", ['transport']],
	[`${node}/domain/cards/one.ts`, "import type { T } from 'n8n-workflow';", ['domain']],
	[`${node}/utils/one.ts`, "import '../domain/cards/one';", ['no room']],
	[
		'credentials/one.ts',
		"import '../nodes/WhatsAppContacts/domain/cards/one';",
		['credentials', 'credentials: values'],
	],
	[
		'credentials/two.ts',
		"import '../nodes/WhatsAppContacts/providers/own';",
		['credentials: values'],
	],
	['credentials/three.ts', "import '../nodes/WhatsAppContacts/providers/two/signing';", []],
	['sandbox/one.ts', "import './two';", ['no circle']],
	// The circle that the file above closes.
	['sandbox/two.ts', "import type { T } from './one';", []],
	['sandbox/three.ts', "import 'zod';\nimport 'node:fs';", ['sandbox alone']],
	['sandbox/four.ts', "import '../nodes/WhatsAppContacts/domain/cards/one';", ['sandbox alone']],
	['sandbox/engine/one.ts', "import 'zod';", []],
	[
		'sandbox/demo/one.ts',
		"import '../../nodes/WhatsAppContacts/domain/cards/one';",
		['engine and demo'],
	],
];

describe('A house that breaks the rules', () => {
	const house = mkdtempSync(path.join(tmpdir(), 'rooms-'));
	afterAll(() => rmSync(house, { recursive: true }));

	it('is found out, file by file, and no rule is missing here', () => {
		symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
		for (const [file, text] of broken) {
			const at = path.join(house, file);
			mkdirSync(path.dirname(at), { recursive: true });
			writeFileSync(at, `${text}\n`);
		}
		const { violations, rules } = violationsIn(house, 'nodes', 'credentials', 'sandbox');
		const found = broken.map(([file]) => {
			const own = violations.filter(({ from }) => from === file);
			return [file, [...new Set(own.map(({ rule }) => rule))].sort()];
		});
		expect(found).toEqual(broken.map(([file, , names]) => [file, [...names].sort()]));
		const tried = new Set(broken.flatMap(([, , names]) => names));
		expect(rules.filter((name) => !tried.has(name))).toEqual([]);
	});
});

describe('The drawing', () => {
	it('stands between its markers and leaves the rest of the page', () => {
		const page = 'Before\n\n<!-- drawing: begin -->\n\nold\n\n<!-- drawing: end -->\n\nAfter\n';
		const drawn = withDrawing(page, 'flowchart $1');
		expect(drawn).toBe(page.replace('old', () => '```mermaid\nflowchart $1\n```'));
		expect(withDrawing(drawn, 'flowchart $1')).toBe(drawn);
	});

	it('is refused where there is no place for it', () => {
		expect(() => withDrawing('# A page', 'flowchart')).toThrow('drawing: begin');
	});
});
