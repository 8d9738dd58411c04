/**
 * The functions behind each credential's Test button. n8n hands them its old request helper only,
 * and turns a throw into an HTTP 500, so they catch everything and answer one sentence.
 */
import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { readable } from './delivery/exchange';
import { describeFailure } from './domain/explain';
import { createRedact } from './domain/redaction';
import { readParameters } from './operations/settings';
import { type Provider, providers } from './providers';
import { codeOf, isPolicyRefusal, isTlsError } from './transport/faults';

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
		const redact = createRedact(provider.secretsOf(credential));
		const asked = provider.connection.request(credential);
		const signed = provider.sign(
			{ url: `${credential.apiUrl}/${asked.path}`, headers: {} },
			credential,
		);
		const { helpers } = this;
		try {
			const response: unknown = await helpers.request({
				method: asked.method,
				uri: signed.url,
				headers: { ...signed.headers },
				timeout: TIMEOUT_MS,
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
				rejectUnauthorized: !provider.ignoresSslIssues(credential),
			});
			const { statusCode, body } = { statusCode: 0, body: '', ...(response as object) };
			const answer = { status: statusCode, text: textOf(body), headers: {}, oversized: false };
			const problem = provider.connection.problem(readable(answer, redact));
			return problem === undefined
				? { status: 'OK', message: 'Connected' }
				: failed(redact(problem));
		} catch (error) {
			return failed(unreachable(provider, error));
		}
	};
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}

function textOf(body: unknown): string {
	return typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
}

/** The error holds the signed URL; only its code is safe to show. */
function unreachable(provider: Provider, error: unknown): string {
	const code = codeOf(error) ?? '';
	const happening = isPolicyRefusal(error)
		? 'forbiddenByPolicy'
		: isTlsError(code)
			? 'untrusted'
			: 'unreachable';
	const { message, advice } = describeFailure({ gateway: provider.displayName, happening });
	return `${message}${code === '' ? '' : ` (${code})`}. ${advice}`;
}
