/** What both ways out say to a server besides the provider's own headers. */
import type { HttpRequest } from './http';

/** The request's headers, with those of a JSON API where the provider gave none. */
export function headersOf(request: HttpRequest): Record<string, string> {
	const headers: Record<string, string> = { accept: 'application/json' };
	if (request.body !== undefined) headers['content-type'] = 'application/json';
	for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value;
	return headers;
}
