/** The machine and the versions that a result belongs to. */
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { hostRequire, root } from './hosts';
import { canPin } from './processes';

const versionIn = (file: string): string =>
	(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;

const host = (name: string): string => versionIn(hostRequire.resolve(`${name}/package.json`));

export function describeMachine(): string {
	const [cpu] = cpus();
	const own = versionIn(path.join(root, 'package.json'));
	const undici = versionIn(path.join(root, 'node_modules/undici/package.json'));
	const modules = path.join(__dirname, 'node_modules/n8n-nodes-evolution-api/package.json');
	return (
		[
			`${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}`,
			`${Math.round(totalmem() / 2 ** 30)} GiB`,
			`${process.platform} ${process.arch}`,
			canPin ? 'contenders on core 0, gateway on core 1' : 'processes not pinned',
			`Node.js ${process.versions.node} (OpenSSL ${process.versions.openssl})`,
			`n8n-core ${host('n8n-core')}`,
			`n8n-nodes-base ${host('n8n-nodes-base')}`,
			`this package ${own} (undici ${undici})`,
			`\`n8n-nodes-evolution-api\` ${versionIn(modules)}`,
		].join(', ') + '.'
	);
}
