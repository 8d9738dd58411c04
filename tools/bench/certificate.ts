/** A certificate for 127.0.0.1, made at start and gone with the run: every contender trusts it. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface Certificate {
	readonly keyFile: string;
	/** Also the authority: NODE_EXTRA_CA_CERTS names it, so everyone verifies it in earnest. */
	readonly certFile: string;
}

/** P-256, as public authorities sign by default. */
export function makeCertificate(folder: string): Certificate {
	const keyFile = path.join(folder, 'key.pem');
	const certFile = path.join(folder, 'cert.pem');
	execFileSync(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
			...['-keyout', keyFile, '-out', certFile, '-days', '2', '-subj', '/CN=127.0.0.1'],
			...['-addext', 'subjectAltName=IP:127.0.0.1'],
		],
		{ stdio: 'ignore' },
	);
	return { keyFile, certFile };
}
