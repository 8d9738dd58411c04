// Keeps a picture for the README, and sees to it that it stays small enough for one.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const folder = join(__dirname, '../..', 'docs', 'images');
const largestKB = 200;

/** Writes `docs/images/<name>.png`. */
export async function picture(what: Page | Locator, name: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${name}.png`);
	await what.screenshot({ path, animations: 'disabled' });
	const size = Math.ceil(statSync(path).size / 1024);
	process.stdout.write(`docs/images/${name}.png, ${size} kB\n`);
	if (size > largestKB) throw new Error(`${name}.png is larger than ${largestKB} kB`);
}
