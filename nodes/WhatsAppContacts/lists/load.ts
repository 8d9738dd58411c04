/** Asks a gateway for its chats, as a run asks it: in pace, under the operator's policy, redacted. */
import { deliver } from '../delivery/deliver';
import type { Notes } from '../delivery/memory';
import { describeFailure } from '../domain/explain';
import { type Failure, rowOf } from '../domain/failure';
import { createRedact } from '../domain/secrets/redaction';
import type { Credential, ListedChat, ListedKind, Provider } from '../providers';
import { deliveryFor } from '../run/lasting';
import { openWayOut, type WithHelpers } from '../run/wayOut';
import { rowsOf } from './rows';
import type { Listing } from './findRows';

/** For one request; a gateway that needs longer on purpose says so in its step. */
const TIMEOUT_MS = 30_000;

/** For all requests of a list, which goes on where nobody waits for it any more. */
const ALL_MS = 150_000;

const ONE = { first: 1, most: 1 };

/** Nothing of a question has to be remembered. */
const noNotes: Notes<never> = { get: () => undefined, set: () => {}, delete: () => {} };

type Loaded = { readonly chats: readonly ListedChat[] } | { readonly failed: Failure };

/** The rows of one kind; never throws. */
export async function load(
	context: WithHelpers,
	provider: Provider,
	credential: Credential,
	kind: ListedKind,
): Promise<Listing> {
	const { chats } = provider;
	const first = await ask(context, provider, credential, kind, () => chats.ask(kind, credential));
	if ('chats' in first) return { rows: rowsOf(first.chats) };
	const instead = mayBeTheList(first.failed) && chats.instead?.(kind, credential);
	if (!instead) return first;
	const second = await ask(context, provider, credential, kind, () => instead);
	return 'chats' in second ? { rows: rowsOf(second.chats) } : first;
}

/** Whether it is the list that fails, and not the way to the server or the account. */
function mayBeTheList({ happening, httpStatus }: Failure): boolean {
	const { code } = rowOf({ happening });
	return code === 'TIMEOUT' || (code === 'UNAVAILABLE' && httpStatus !== null);
}

async function ask(
	context: WithHelpers,
	provider: Provider,
	credential: Credential,
	kind: ListedKind,
	step: () => ReturnType<Provider['chats']['ask']>,
): Promise<Loaded> {
	const wayOut = openWayOut(context, provider.ignoresSslIssues(credential));
	const job = {
		command: kind,
		lane: kind,
		// Whoever wants it again opens the list again.
		rule: { kind: 'lookUp' as const, maxRetries: 0, resend: false },
		timeoutMs: TIMEOUT_MS,
		pauseMs: 0,
		notes: noNotes,
		present: (_kind: ListedKind, listed: readonly ListedChat[]) => listed,
	};
	try {
		const { verdicts } = await deliver([job], {
			...deliveryFor(provider, credential, {
				redact: createRedact(provider.secretsOf(credential)),
				send: wayOut.send,
			}),
			concurrency: ONE,
			stopOnFailure: false,
			cancel: AbortSignal.timeout(ALL_MS),
			ask: step,
		});
		const verdict = verdicts[0]?.[0];
		if (verdict && 'accepted' in verdict) return { chats: verdict.accepted };
		if (verdict && 'failed' in verdict) return { failed: verdict.failed };
	} catch {
		// Never a text of it: it may hold anything.
	} finally {
		await wayOut.close();
	}
	return { failed: describeFailure({ gateway: provider.displayName, happening: 'notPrepared' }) };
}
