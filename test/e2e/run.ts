// `npm run test:e2e [-- jest's arguments]`: looks for what the machine must have, installs both
// n8ns one after the other, packs the package once, and runs the tests one file at a time.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { endWithThisProcess } from './childProcess';
import { ensureInstalled, n8nNames } from './install';
import { packPackage } from './pack';
import { requirePrograms } from './requirements';

function runJest(args: string[]): Promise<number> {
	const jest = join(__dirname, '../..', 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(__dirname, 'jest.config.js');
	const child = spawn(process.execPath, [jest, '--config', config, '--runInBand', ...args], {
		stdio: 'inherit',
	});
	endWithThisProcess(child);
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

async function main(): Promise<number> {
	requirePrograms('redis', 'postgres', 'chromium');
	for (const name of n8nNames) {
		const { version } = await ensureInstalled(name);
		console.error(`${name}: n8n ${version}`);
	}
	console.error(`Testing ${await packPackage()}`);
	rmSync(join(__dirname, '.n8n', 'artefacts'), { recursive: true, force: true });
	return await runJest(process.argv.slice(2));
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error((error as Error).message);
		process.exit(1);
	},
);
