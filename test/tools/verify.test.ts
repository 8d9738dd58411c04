/** The parts of `npm run verify` that decide, on texts made to break each of them. */
import { packageFolder, type Bundled } from '../../tools/build/licences/bundled';
import { purlOf, sbom } from '../../tools/build/licences/sbom';
import { licenceTexts } from '../../tools/build/licences/texts';
import { changelogProblems } from '../../tools/verify/changelog';
import { isSquare, requireProblems } from '../../tools/verify/contentChecks';
import { isOwnPlace, namesGateway, sharedNames } from '../../tools/verify/houseChecks';
import { moduleAt, modulesOf } from '../../tools/verify/modules';
import { stays } from '../../tools/verify/scanChecks';
import { isEnglish, isForeign, textsOf } from '../../tools/verify/textChecks';
import { majorsNotRun, versionProblems } from '../../tools/verify/versionChecks';

const bundle = [
	'"use strict";',
	'// node_modules/undici/lib/core/util.js',
	'var net = require("node:net");',
	'// nodes/WhatsAppContacts/run/run.ts',
	'var workflow = require("n8n-workflow");',
	'  // node_modules/undici/index.js is not a heading here',
	'var fs = require("node:fs");',
	'// node_modules/@scope/name/a.mjs',
	'var left = require("left-pad");',
].join('\n');

describe('A bundle', () => {
	const modules = modulesOf(bundle);

	it('tells which module a line is from', () => {
		const at = [1, 2, 3, 4, 6, 7, 9, 10].map((line) => moduleAt(modules, line));
		expect(at).toEqual([
			undefined,
			'node_modules/undici/lib/core/util.js',
			'node_modules/undici/lib/core/util.js',
			'nodes/WhatsAppContacts/run/run.ts',
			'nodes/WhatsAppContacts/run/run.ts',
			'nodes/WhatsAppContacts/run/run.ts',
			'node_modules/@scope/name/a.mjs',
			undefined,
		]);
	});

	it('may require modules of Node.js in undici only, and other packages nowhere', () => {
		expect(requireProblems('x.js', bundle)).toEqual([
			'x.js:7 (nodes/WhatsAppContacts/run/run.ts) requires node:fs',
			'x.js:9 (node_modules/@scope/name/a.mjs) requires left-pad',
		]);
	});
});

describe('A finding of the scan', () => {
	const globals = '@n8n/community-nodes/no-restricted-globals';

	it.each([
		[true, 'node_modules/undici/lib/core/util.js', globals],
		[true, 'node_modules/undici/index.js', '@n8n/community-nodes/no-restricted-imports'],
		[false, 'node_modules/undici/index.js', '@n8n/community-nodes/no-dangerous-functions'],
		[false, 'node_modules/undici/index.js', null],
		[false, 'node_modules/undici-else/index.js', globals],
		[false, 'node_modules/zod/v3/types.js', globals],
		[false, 'nodes/WhatsAppContacts/run/run.ts', globals],
		[false, undefined, globals],
	])('may stay: %s, in %s by %s', (expected, module, ruleId) => {
		expect(stays({ module, ruleId })).toBe(expected);
	});
});

const some: Bundled = {
	name: '@scope/name',
	version: '1.2.3',
	licence: 'MIT',
	folder: 'node_modules/@scope/name',
	texts: [{ file: 'LICENSE', text: 'Do what you like' }],
	dependsOn: ['undici', 'elsewhere'],
};
const undici: Bundled = { ...some, name: 'undici', folder: 'node_modules/undici', dependsOn: [] };

describe('What is bundled', () => {
	it.each([
		['node_modules/undici/lib/a.js', 'node_modules/undici'],
		['node_modules/@scope/name/a.js', 'node_modules/@scope/name'],
		['node_modules/a/node_modules/b/c.js', 'node_modules/a/node_modules/b'],
		['nodes/WhatsAppContacts/run/run.ts', undefined],
	])('%s is a file of %s', (file, folder) => {
		expect(packageFolder(file)).toBe(folder);
	});

	it('is named with licence, hash and what it needs, without time or chance', () => {
		const root = {
			name: 'n8n-nodes-x',
			version: '0.1.0',
			description: 'd',
			license: 'MIT',
			repository: { url: 'git+https://github.com/a/b.git' },
		};
		const bill = sbom(root, [some, undici], {
			'node_modules/undici': { integrity: 'sha512-AQI=' },
		});
		expect(bill.components.map(({ purl, hashes }) => [purl, hashes])).toEqual([
			['pkg:npm/%40scope/name@1.2.3', undefined],
			['pkg:npm/undici@1.2.3', [{ alg: 'SHA-512', content: '0102' }]],
		]);
		expect(bill.components[1]?.components?.map(({ name }) => name)).toContain('llhttp');
		expect(bill.dependencies).toEqual([
			{ ref: purlOf(root), dependsOn: [purlOf(some), purlOf(undici)] },
			{ ref: purlOf(some), dependsOn: [purlOf(undici)] },
			{ ref: purlOf(undici), dependsOn: [] },
		]);
		expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber/);
	});

	it('brings its own text, and those of what it carries inside', () => {
		const text = licenceTexts([some, undici]);
		expect(text).toContain('## @scope/name 1.2.3 (MIT)\n\n```text\nDo what you like\n```');
		expect(text).toContain('## llhttp, inside undici (MIT)');
		expect(text).toContain('Copyright Fedor Indutny, 2018.');
	});
});

describe('A text', () => {
	it.each([
		['e.g. +55 11 98765-4321 …', false],
		['Åland Islands, Côte d’Ivoire', false],
		['Телефон', true],
		['Send ✉️', true],
	])('%j is foreign: %s', (text, expected) => {
		expect(isForeign(text)).toBe(expected);
	});

	it('of a description is found with its path, values are not', () => {
		const description = { displayName: 'A', options: [{ name: 'B', value: 'Ж' }], default: 'Ж' };
		expect(textsOf(description, 'node')).toEqual([
			{ at: 'node.displayName', text: 'A' },
			{ at: 'node.options.0.name', text: 'B' },
		]);
	});

	it('in English is told from Portuguese and Russian', () => {
		expect(isEnglish('# Node\n\nIt sends the card to the chat and says what is wrong.')).toBe(true);
		expect(isEnglish('# Nó\n\nEnvia o cartão para o chat e diz o que está errado.')).toBe(false);
		expect(isEnglish('# Узел\n\nОтправляет карточку в чат.')).toBe(false);
		expect(isEnglish('')).toBe(false);
	});
});

describe('An icon', () => {
	it.each([
		['<svg viewBox="0 0 60 60">', true],
		['<svg viewBox="0 0 60 40">', false],
		['<svg width="60" height="60">', false],
	])('%s is square: %s', (svg, expected) => {
		expect(isSquare(svg)).toBe(expected);
	});
});

describe('The changelog', () => {
	it('is refused with other headings, other kinds, or nothing about the version', () => {
		expect(changelogProblems('# Changelog', '1.0.0')).toHaveLength(1);
		expect(changelogProblems('## [Unreleased]\n', '1.0.0')).toEqual(['it says nothing of 1.0.0']);
		expect(changelogProblems('## [Unreleased]\n\n## 1.0.0\n\n### News\n\n- x', '1.0.0')).toEqual([
			'"## 1.0.0" is no heading of a version',
			'"### News" is none of Added, Changed, Deprecated, Removed, Fixed, Security',
			'it says nothing of 1.0.0',
		]);
	});
});

describe('A gateway', () => {
	it.each([
		['nodes/WhatsAppContacts/providers/acme/index.ts', true],
		['sandbox/acme/index.ts', true],
		['test/gateways/acme.vectors.ts', true],
		['credentials/WhatsAppAcmeApi.credentials.ts', true],
		['credentials/whatsAppAcmeApi.dark.svg', true],
		['examples/acme-send-contact.json', true],
		['docs/providers/acme.md', true],
		['test/e2e/README.md', true],
		['nodes/WhatsAppContacts/providers/index.ts', false],
		['nodes/WhatsAppContacts/providers/acmePlus/index.ts', false],
		['credentials/WhatsAppOtherApi.credentials.ts', false],
		['test/node/engine.test.ts', false],
		['package.json', false],
	])('%s is its own place: %s', (file, expected) => {
		expect(isOwnPlace(file, 'acme', 'whatsAppAcmeApi')).toBe(expected);
	});

	it.each([
		['import { acme } from', true],
		['// as ACME does', true],
		["provider: 'acme'", true],
		['ask A-API.', true],
		['Acme / A-API', true],
		['acmeic', false],
		['acmeUrl', false],
		['QA-API', false],
	])('%j names Acme: %s', (text, expected) => {
		expect(namesGateway(text, 'acme', 'Acme / A-API')).toBe(expected);
	});

	it('has names of its own for the files of the rooms, and the same for every gateway', () => {
		const node = 'nodes/Node';
		const rooms = [`${node}/run/clock.ts`, `${node}/delivery/clock.ts`];
		const gateways = ['acme', 'other'].map((id) => `${node}/providers/${id}/refusal.ts`);
		const rest = [`${node}/providers/refusal.ts`, `${node}/run/index.ts`, `${node}/index.ts`];
		expect(sharedNames([...rooms, ...gateways, ...rest])).toEqual(rooms);
	});
});

describe('The versions that the README names', () => {
	const installed = ['2.41.1', '1.122.48'];
	const readme = (rows: string, next: string) =>
		`# Name\n\n9.9.9\n\n## Versions that were run\n\n| n8n | how |\n| --- | --- |\n${rows}\n\n${next}\n\n## More\n\n| 8.8.8 |\n`;
	const right = '| n8n-core 2.41.1 and 1.122.48 | every test, Node.js 20.1.1 |';

	it.each([
		['right', readme(right, 'n8n 3: not run, because.'), []],
		['one too few', readme('| 2.41.1 | |', 'n8n 3: not run'), ['1.122.48 is not named']],
		['one too many', readme(`${right}\n| 2.40.0 | |`, 'n8n 3: not run'), ['2.40.0 is not run']],
		['nothing of the next', readme(right, ''), ['it does not say "n8n 3: not run"']],
		[
			'the same of one that is run',
			readme(right, 'n8n 2: not run'),
			['it does not say "n8n 3: not run"', 'it says "n8n 2: not run"'],
		],
	])('%s', (_, text, problems) => {
		expect(versionProblems(text, installed)).toEqual(problems);
	});

	it('are too old once a later major version can be had', () => {
		expect(majorsNotRun(['1.0.0', '2.50.0'], installed)).toEqual([]);
		expect(majorsNotRun(['3.3.0', '2.50.0', '3.0.0-rc.1'], installed)).toEqual([3]);
	});
});
