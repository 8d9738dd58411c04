// n8n's command line, run on the user folder of an n8n that may be running beside it.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { n8nEnvironment } from './environment';
import type { Installation } from './install';
import type { NodeRun, Workflow } from './workflow';

/** How a command ended. */
export interface CommandResult {
	code: number;
	output: string;
}

/** Runs `n8n <args>` and waits for its end; a failure is in the result, not thrown. */
async function n8nCommand(
	installation: Installation,
	userFolder: string,
	args: string[],
): Promise<CommandResult> {
	const env = await n8nEnvironment(installation, userFolder);
	const options = { env, cwd: userFolder, timeout: 120_000, maxBuffer: 256 * 1024 * 1024 };
	return await new Promise((resolve) => {
		execFile(installation.node, [installation.cli, ...args], options, (error, stdout, stderr) => {
			const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
			resolve({ code, output: stdout + stderr });
		});
	});
}

/** `n8n import:workflow`; each workflow must have an `id`. */
export async function importWorkflows(
	installation: Installation,
	userFolder: string,
	workflows: Workflow[],
): Promise<CommandResult> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-import-'));
	try {
		const file = join(folder, 'import.json');
		writeFileSync(file, JSON.stringify(workflows));
		return await n8nCommand(installation, userFolder, ['import:workflow', `--input=${file}`]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** `n8n execute --id`: the command's result, and each node's runs if it printed them. */
export async function executeByCli(
	installation: Installation,
	userFolder: string,
	workflowId: string,
): Promise<CommandResult & { runs: Record<string, NodeRun[]> }> {
	const result = await n8nCommand(installation, userFolder, ['execute', `--id=${workflowId}`]);
	const printed = /^\{\n[\s\S]*^\}$/m.exec(result.output)?.[0];
	const parsed = printed === undefined ? undefined : (JSON.parse(printed) as Printed);
	return { ...result, runs: parsed?.data.resultData.runData ?? {} };
}

interface Printed {
	data: { resultData: { runData: Record<string, NodeRun[]> } };
}
