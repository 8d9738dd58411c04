// What every test file around a complete n8n needs: an empty user folder that goes away again, and
// time for an installation.
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
