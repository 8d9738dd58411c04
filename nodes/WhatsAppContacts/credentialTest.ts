/**
 * The functions behind each credential's Test button. n8n hands them its old request helper only,
 * and turns a throw into an HTTP 500, so they catch everything and answer one sentence.
 */
import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { happeningOf, readable } from './delivery/exchange';
import { describeFailure, MAX_SENTENCE } from './domain/explain';
import type { Happening } from './domain/failure';
import { createRedact } from './domain/secrets/redaction';
import { bounded } from './domain/texts';
import { readParameters } from './operations/settings';
import { type Provider, providers } from './providers';
import type { HttpFailure } from './transport/http';
import { createTestSend } from './transport/testSend';

type CredentialTest = (
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

const TIMEOUT_MS = 15_000;

/** By the name that a credential's `testedBy` gives. */
export const credentialTests: Record<string, CredentialTest> = Object.fromEntries(
	Object.values(providers).map((provider: Provider) => [
		`${provider.credentialName}Test`,
		testOf(provider),
	]),
);

function testOf(provider: Provider): CredentialTest {
	return async function test(stored) {
		const read = readParameters(provider.credential, stored.data);
		if ('problem' in read) return failed(`${read.field}: ${read.problem}`);
		const credential = read.value;
		const { helpers } = this;
		const ignoreSslIssues = provider.ignoresSslIssues(credential);
		const { send, close } = createTestSend(helpers, { ignoreSslIssues });
		try {
			const redact = createRedact(provider.secretsOf(credential));
			const asked = provider.connection.request(credential);
			const signed = provider.sign(
				{ url: `${credential.apiUrl}/${asked.path}`, headers: {} },
				credential,
			);
			const result = await send(
				{ ...signed, method: asked.method, timeoutMs: TIMEOUT_MS, kind: 'lookUp' },
				new AbortController().signal,
			);
			if ('failure' in result) return failed(unreachable(provider, result.failure));
			const problem = provider.connection.problem(readable(result.answer));
			return problem === undefined
				? { status: 'OK', message: 'Connected' }
				: failed(bounded(redact(problem), MAX_SENTENCE));
		} catch {
			return failed(told(provider, 'unexpectedResponse'));
		} finally {
			await close();
		}
	};
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}

function unreachable(provider: Provider, failure: HttpFailure): string {
	const code = /^[A-Z]/.test(failure.detail) ? failure.detail : undefined;
	const happening = happeningOf(failure);
	// Who hangs up on a test is seldom the gateway.
	return told(provider, happening === 'interrupted' ? 'unreachable' : happening, code);
}

/** A test has no options, and so no time limit to set. */
const adviceInTime = 'Check that the server is running and not overloaded, then test again';

function told(provider: Provider, happening: Happening, code?: string): string {
	const { message, advice } = describeFailure({
		gateway: provider.displayName,
		happening,
		...(happening === 'timedOut' && { advice: adviceInTime }),
	});
	return `${message}${code === undefined ? '' : ` (${code})`}. ${advice}`;
}
