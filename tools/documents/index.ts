/** `npm run drawing`: draws the rooms of docs/architecture.md anew from the code's own imports. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { draw, PAGE, withDrawing } from './drawing';

const file = path.resolve(__dirname, '../..', PAGE);
writeFileSync(file, withDrawing(readFileSync(file, 'utf8'), draw()));
process.stdout.write(`${PAGE}\n`);
