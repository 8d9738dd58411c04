/** What `npm run editor` says while it installs a complete n8n. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { duration, packageCounter, progressLine, whileSaying } from '../e2e/progress';

describe('The progress of an installation', () => {
	let folder = '';
	beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'progress-'))));
	afterEach(() => rmSync(folder, { recursive: true }));

	it('counts the packages of the lock file that have come, without optional ones', () => {
		const packages = {
			'': {},
			'node_modules/a': {},
			'node_modules/a/node_modules/b': {},
			'node_modules/other-platform': { optional: true },
		};
		writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages }));
		const count = packageCounter(folder);
		expect(count()).toEqual({ done: 0, total: 2 });
		mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true });
		expect(count()).toEqual({ done: 0, total: 2 });
		writeFileSync(path.join(folder, 'node_modules/a/package.json'), '{}');
		expect(count()).toEqual({ done: 1, total: 2 });
	});

	it.each([
		[0, 3_000, '0 of 2000 packages, 3 s'],
		[99, 30_000, '99 of 2000 packages, 30 s'],
		[500, 30_000, '500 of 2000 packages, 30 s, about 90 s to go'],
		[1000, 240_000, '1000 of 2000 packages, 4 min, about 4 min to go'],
		[2000, 60_000, '2000 of 2000 packages, 60 s'],
	])('%s of 2000 after %s ms', (done, elapsedMs, line) => {
		expect(progressLine(done, 2000, elapsedMs)).toBe(line);
	});

	it('says seconds up to two minutes', () => {
		expect([0, 1_499, 119_000, 120_000].map(duration)).toEqual(['0 s', '1 s', '119 s', '2 min']);
	});

	it('ends with the work, whether it went well or not', async () => {
		const said: string[] = [];
		const say = (line: string) => said.push(line);
		await expect(whileSaying(() => 'now', Promise.resolve(1), say)).resolves.toBe(1);
		const fault = Promise.reject(new Error('no'));
		await expect(whileSaying(() => 'then', fault, say)).rejects.toThrow('no');
		expect(said).toEqual(['now', 'then']);
	});
});
