/** A gateway that only notes when a request arrives, by the clock that all processes share. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

const [, , keyFile = '', certFile = ''] = process.argv;

/** A success to every vendor's reader. */
const ANSWER = '{"messageId":"A1","id":"A1","zaapId":"Z1","idMessage":"A1","key":{"id":"A1"}}';

const server = createServer(
	{ key: readFileSync(keyFile), cert: readFileSync(certFile) },
	(request, response) => {
		process.send?.(String(process.hrtime.bigint()));
		request.resume();
		request.on('end', () => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(ANSWER);
		});
	},
);
server.listen(0, '127.0.0.1', () => {
	process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
