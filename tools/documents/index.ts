/**
 * `npm run drawing`: writes anew what documents say from the code: the rooms in
 * docs/architecture.md, and what each gateway can do in the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ABILITIES_PAGE, withAbilities } from './abilities';
import { draw, PAGE, withDrawing } from './drawing';

function rewrite(page: string, made: (text: string) => string): void {
	const file = path.resolve(__dirname, '../..', page);
	writeFileSync(file, made(readFileSync(file, 'utf8')));
	process.stdout.write(`${page}\n`);
}

rewrite(PAGE, (text) => withDrawing(text, draw()));
rewrite(ABILITIES_PAGE, withAbilities);
