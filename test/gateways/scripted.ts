/** The delivery with a gateway that answers as vectors say, without n8n and without a socket. */
import type { Run } from '../../nodes/WhatsAppContacts/delivery/job';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import { createRedact } from '../../nodes/WhatsAppContacts/domain/secrets/redaction';
import type { Provider } from '../../nodes/WhatsAppContacts/providers';
import type { Credential, Outcome, Step } from '../../nodes/WhatsAppContacts/providers/provider';
import { FakeClock } from '../promises/fakeClock';
import type { Answered, Exchange } from '../vectors/vector';

type Json = Readonly<Record<string, unknown>>;

const answerOf = ({ status, body, text, headers = {} }: Answered) => ({
	status,
	headers,
	text: text ?? (body === undefined ? '' : JSON.stringify(body)),
	oversized: false,
});

/** What the vector says that a request is. */
function sentOf({ sent }: Exchange, credential: Json): Json {
	const fill = (text: string) =>
		text.replace(/\{(instance|token)\}/g, (_, key: string) =>
			encodeURIComponent(String(credential[key])),
		);
	const { instance } = credential;
	const body = JSON.stringify(sent.body)?.replaceAll('"{instance}"', JSON.stringify(instance));
	return {
		method: sent.method,
		path: fill(sent.path),
		headers: {
			...(body !== undefined && { 'content-type': 'application/json' }),
			...Object.fromEntries(
				Object.entries(sent.headers ?? {}).map(([name, value]) => [name, fill(value)]),
			),
		},
		body: body === undefined ? undefined : (JSON.parse(body) as unknown),
	};
}

/** A step whose every request names its method, for the rates count by it. */
export function named<C, R>(step: Step<C, R>): Step<C, R> {
	expect(step.method).toMatch(/^[a-z][\w/-]+$/i);
	const onward = (outcome: Outcome<C, R>) =>
		'next' in outcome ? { next: named(outcome.next) } : outcome;
	const { otherwise } = step;
	return {
		...step,
		read: (answer) => onward(step.read(answer)),
		...(otherwise && { otherwise: () => onward(otherwise()) }),
	};
}

/** What a run needs beside what is asked; `requests` are those that left, to be like `expected`. */
export function scriptedRun(
	provider: Provider,
	credential: Credential,
	exchanges: readonly Exchange[],
) {
	const requests: Json[] = [];
	const answers = [...exchanges];
	const clock = new FakeClock();
	const run: Omit<Run<never, never>, 'ask' | 'batch' | 'same'> = {
		gateway: {
			displayName: provider.displayName,
			apiUrl: credential.apiUrl,
			sign: (request) => provider.sign(request, credential),
			redact: createRedact(provider.secretsOf(credential)),
			send: ({ method, url, headers, body }) => {
				const path = url.slice(new URL(credential.apiUrl).origin.length);
				const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
				requests.push({
					...{ method, path, headers: Object.fromEntries(names) },
					body: body === undefined ? undefined : (JSON.parse(body) as unknown),
				});
				const next = answers.shift();
				if (next === undefined) throw new Error('asked more often than the vector says');
				return Promise.resolve({ answer: answerOf(next.answered) });
			},
		},
		...{ instance: '', account: '', rates: {} },
		concurrency: { first: 1, most: 1 },
		stopOnFailure: false,
		...{ pace: new Pace(clock), pauses: new Pauses(clock), clock },
		cancel: new AbortController().signal,
	};
	const expected = exchanges.map((exchange) => sentOf(exchange, credential as object as Json));
	return { requests, expected, run };
}
