// Evolution's one error envelope with its four shapes of `message`, and what a server answers
// instead of any route at all.
import type { EvolutionInstance } from './account';

import type { Call, Outcome } from '../gateway';
import { html, json } from '../replies';

const REASONS: Record<number, string> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	500: 'Internal Server Error',
};

/** `message`: text, texts, lists of texts (schema) or objects (number check). */
export const refusal = (status: number, message: unknown, error = REASONS[status]): Outcome =>
	json(status, { status, error, response: { message } });

/** A list in the list, unlike every other refusal. */
export const schemaRefusal = (texts: string[]): Outcome => refusal(400, [texts]);

/** Comes before the key is looked at: it does not say that the key is right. */
export const noSuchInstance = (name: string): Outcome =>
	refusal(404, [`The "${name}" instance does not exist`]);

/** The same 404 as an instance that does not exist, in other words. */
export const noSuchRoute = ({ verb, path }: Call): Outcome =>
	refusal(404, [`Cannot ${verb} ${path}`]);

/** The socket's own word, as a text where most refusals have lists. */
export const connectionClosed = (): Outcome => refusal(500, 'Connection Closed');

/** An instance that the database knows and the memory does not: JavaScript's own complaint. */
export const notLoaded = (property: string): Outcome =>
	refusal(500, `Cannot read properties of undefined (reading '${property}')`);

/** The whole server, before any route. */
export function serverRefusal(
	call: Call,
	server: EvolutionInstance['server'],
): Outcome | undefined {
	switch (server) {
		case 'unlicensed':
			return json(503, {
				error: 'service not activated',
				code: 'LICENSE_REQUIRED',
				register_url: 'https://license.example/register',
				instance_id: '0b6f3f0e-5f0d-4d52-9d8e-2f1f5a3f7a11',
				docs_url: 'https://license.example/docs',
				message: 'This installation must be activated before use',
			});
		case 'cors':
			return call.headers.origin === undefined ? refusal(500, 'Not allowed by CORS') : undefined;
		case 'notEvolution':
			return html(
				404,
				`<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>Cannot ${call.verb} ${call.path}</pre>\n</body>\n</html>\n`,
			);
		default:
			return undefined;
	}
}
