// Keeps a picture for the README, and sees to it that it stays small enough for one.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { animated, type Frame } from './animation';

const folder = join(__dirname, '../..', 'docs', 'images');
const largestKB = 200;
const largestMovingKB = 1500;

/** Writes `docs/images/<name>.png`. */
export async function picture(what: Page | Locator, name: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${name}.png`);
	await what.screenshot({ path, animations: 'disabled' });
	note(path, name, largestKB);
}

/** The same of an animation, which may be larger. */
export function movingPicture(frames: readonly Frame[], name: string): void {
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${name}.png`);
	writeFileSync(path, animated(frames));
	note(path, name, largestMovingKB);
}

function note(path: string, name: string, most: number): void {
	const size = Math.ceil(statSync(path).size / 1024);
	process.stdout.write(`docs/images/${name}.png, ${size} kB\n`);
	if (size > most) throw new Error(`${name}.png is larger than ${most} kB`);
}
