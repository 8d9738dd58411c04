/**
 * Certificates for 127.0.0.1 that no system trusts, valid until 2120 (`expired` until 2021, and
 * `otherHost` for `other.invalid`), all of the authority `ca.pem`. Worthless outside these tests.
 *
 * Made with `openssl ca -startdate 20200101000000Z -enddate 21200101000000Z`, keys of P-256.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const read = (file: string): string =>
	readFileSync(path.join(__dirname, 'certificates', file), 'utf8');

/** By what is wrong with it; `server` lacks only a trusted authority. */
export type CertificateName = 'server' | 'expired' | 'otherHost';

/** For NODE_EXTRA_CA_CERTS. */
export const authorityFile = path.join(__dirname, 'certificates', 'ca.pem');

/** One key serves all of them. */
export const certificate = (name: CertificateName) => ({
	key: read('server.key'),
	cert: read(`${name}.pem`),
});
