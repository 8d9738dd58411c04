// The HTTP that n8n's editor speaks with its server: a session cookie, the `browser-id` it is bound
// to, and answers inside `{ data }`.

const browserId = 'end-to-end-tests';

/** n8n's refusal of a request. */
export class N8nRefusal extends Error {
	constructor(
		readonly status: number,
		request: string,
		readonly body: string,
	) {
		super(`n8n answered ${status} to ${request}: ${body.slice(0, 500)}`);
	}
}

/** One person's session at one n8n. */
export class Session {
	private cookie = '';

	constructor(readonly url: string) {}

	/** Sends a request to `/rest<path>` and gives what is inside the answer's `data`. */
	async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
		const text = await this.text(method, `/rest${path}`, body);
		const { data } = JSON.parse(text === '' ? '{}' : text) as { data: T };
		return data;
	}

	/** Sends a request to any path and gives the answer's text; a refusal is an `N8nRefusal`. */
	async text(method: string, path: string, body?: unknown): Promise<string> {
		const response = await fetch(this.url + path, {
			method,
			headers: {
				'browser-id': browserId,
				'content-type': 'application/json',
				...(this.cookie === '' ? {} : { cookie: this.cookie }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		const text = await response.text();
		if (!response.ok) throw new N8nRefusal(response.status, `${method} ${path}`, text);
		for (const cookie of response.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.cookie = cookie.split(';')[0] ?? '';
		}
		return text;
	}
}
