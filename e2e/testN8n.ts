// A fresh n8n for a test file: installed if need be, with a user folder of its own that is removed
// afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder for one n8n's data, and its removal. */
export function freshUserFolder(): { userFolder: string; remove: () => void } {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-e2e-'));
	return { userFolder, remove: () => rmSync(userFolder, { recursive: true, force: true }) };
}

/** For `beforeAll` of a file whose n8n may have to be installed first. */
export const installTimeoutMs = 20 * 60_000;
