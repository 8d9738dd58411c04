/** Requests and their verdicts, for all tests of the ways out. */
import type { HttpRequest, Send } from '../../nodes/WhatsAppContacts/transport/http';

/** In every URL, header and body of these tests; it must be in no failure. */
export const SECRET = 'S3cr3t-T0ken';

/** A run that nobody stops. */
export const never = new AbortController().signal;

/** A send with the secret in each of its parts. */
export const requestTo = (origin: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
	method: 'POST',
	url: `${origin}/waInstance7/sendContact/${SECRET}`,
	headers: { 'client-token': SECRET },
	body: JSON.stringify({ secret: SECRET }),
	// Even a busy machine answers by then.
	timeoutMs: 30_000,
	kind: 'send',
	...more,
});

/** An outcome in a few words, the form of the verdicts in the tables. */
export function verdictOf(result: Awaited<ReturnType<Send>>): string {
	if ('answer' in result) {
		const { status, oversized } = result.answer;
		return `answer ${status}${oversized ? ' oversized' : ''}`;
	}
	const { kind, handedOver } = result.failure;
	return `${kind}, ${handedOver ? 'handed over' : 'nothing left'}`;
}

/** What holds for every failure, whatever happened. */
export function expectNothingLeaked(result: Awaited<ReturnType<Send>>, origin: string): void {
	if (!('failure' in result)) return;
	expect(Object.keys(result.failure).sort()).toEqual(['detail', 'handedOver', 'kind']);
	const text = JSON.stringify(result);
	expect(text).not.toContain(SECRET);
	expect(text).not.toContain('127.0.0.1');
	expect(text).not.toContain(origin);
}

/** Real time, for the tests that are about it. */
export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds, for 3 s at most. */
export async function eventually(holds: () => boolean): Promise<boolean> {
	for (let i = 0; i < 300 && !holds(); i++) await pause(10);
	return holds();
}
