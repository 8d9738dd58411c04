/**
 * What lives as long as the process, for runs of the node and lists in the editor alike: pace and
 * pauses, what servers taught, and under which names it is kept.
 */
import { createHash } from 'crypto';
import type { Gateway } from '../delivery/exchange';
import { createLessons } from '../delivery/lessons';
import { Pace } from '../delivery/pace';
import { Pauses } from '../delivery/pauses';
import type { Credential, Provider } from '../providers';
import { clock } from './realClock';

const pace = new Pace(clock);
const pauses = new Pauses(clock);
export const lessons = createLessons(clock);

/** By what gateways count. */
function instanceKey({ apiUrl, instance }: Credential): string {
	return `${apiUrl} ${instance}`;
}

/** Who asks, by what only they know; a digest, because it stays in memory. */
export function accountKey(provider: Provider, credential: Credential): string {
	const { apiUrl, instance } = credential;
	const known = JSON.stringify([apiUrl, instance, ...provider.secretsOf(credential)]);
	return createHash('sha256').update(known).digest('base64');
}

/** What a delivery has to know of an account: who signs, how fast, and under which names. */
export function deliveryFor(
	provider: Provider,
	credential: Credential,
	way: Pick<Gateway, 'redact' | 'send'>,
) {
	const gateway: Gateway = {
		displayName: provider.displayName,
		apiUrl: credential.apiUrl,
		sign: (request) => provider.sign(request, credential),
		...way,
	};
	return {
		gateway,
		instance: instanceKey(credential),
		account: accountKey(provider, credential),
		rates: provider.rates,
		...{ pace, pauses, clock },
	};
}
