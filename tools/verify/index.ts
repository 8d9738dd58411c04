/**
 * `npm run verify`: everything that n8n asks of a community node and that can be checked without a
 * network, on the sources and on the tarball as npm would publish it. `-- --list` only says what;
 * `-- --online` also asks the registry for a newer n8n.
 */
import path from 'node:path';
import { checks as offline, elsewhere } from './checks';
import { readSubject, type Subject } from './subject';
import { makeTarball } from './tarball';
import { onlineChecks } from './versionChecks';

const root = path.resolve(__dirname, '../..');
const MOST_SHOWN = 20;
const checks = process.argv.includes('--online') ? [...offline, ...onlineChecks] : offline;
const width = Math.max(...checks.map(({ id }) => id.length));

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

async function verify(subject: Subject): Promise<number> {
	let failed = 0;
	for (const { id, asks, problems, note } of checks) {
		// A check that cannot be carried out has not passed.
		const found = await Promise.resolve()
			.then(() => problems(subject))
			.catch((error: unknown) => [`it could not be checked: ${String(error)}`]);
		const passes = found.length === 0;
		if (!passes) failed++;
		const more = passes && note ? ` (${note(subject)})` : '';
		say(`${passes ? 'pass' : 'FAIL'}  ${id.padEnd(width)}  ${asks}${more}`);
		for (const problem of found.slice(0, MOST_SHOWN)) say(`${' '.repeat(width + 8)}- ${problem}`);
		const rest = found.length - MOST_SHOWN;
		if (rest > 0) say(`${' '.repeat(width + 8)}- and ${rest} more`);
	}
	say(`\n${checks.length - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

/** The check-list, with what no command here can see. */
function list(): void {
	for (const { id, asks } of checks) say(`${id.padEnd(width)}  ${asks}`);
	say('\nAsked with --online:\n');
	for (const { id, asks } of onlineChecks) say(`${id.padEnd(width)}  ${asks}`);
	say('\nLooked at elsewhere:\n');
	for (const [asks, where] of elsewhere) say(`- ${asks} (${where})`);
}

async function main(): Promise<number> {
	if (process.argv.includes('--list')) {
		list();
		return 0;
	}
	say('Building twice, packing and unpacking …\n');
	const tarball = makeTarball(root);
	try {
		return await verify(readSubject(root, tarball));
	} finally {
		tarball.remove();
	}
}

void main()
	.catch((error: unknown) => {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		say([String(error), stdout, stderr].filter(Boolean).join('\n'));
		return 1;
	})
	.then((code) => {
		process.exitCode = code;
	});
