/** Certificates of an authority that the host trusts. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { authorityFile } from './certificates';

test('good ones are accepted, expired ones and those of another host are not', async () => {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--import', 'tsx', path.join(__dirname, 'trustingChild.ts')],
		{ env: { ...process.env, NODE_EXTRA_CA_CERTS: authorityFile } },
	);
	const verdicts = ['answer 200', 'untrusted, nothing left', 'untrusted, nothing left'];
	expect(JSON.parse(stdout)).toEqual({
		'undici direct': verdicts,
		'n8n direct': verdicts,
		'undici proxy': verdicts,
		'n8n proxy': verdicts,
	});
});
