/** `npm run drawing`: writes the drawings of docs/architecture from the code's own imports. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawings } from './drawings';

const root = path.resolve(__dirname, '../..');

for (const { file, text } of drawings(root)) {
	writeFileSync(path.join(root, file), text);
	process.stdout.write(`${file}\n`);
}
