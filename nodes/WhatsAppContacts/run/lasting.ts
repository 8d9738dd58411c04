/**
 * What lives as long as the process, for runs of the node and lists in the editor alike: pace and
 * pauses, what servers taught, and under which names it is kept.
 */
import { createHash } from 'crypto';
import { createLessons } from '../delivery/lessons';
import { Pace } from '../delivery/pace';
import { Pauses } from '../delivery/pauses';
import type { Credential, Provider } from '../providers';
import { clock } from './realClock';

export const pace = new Pace(clock);
export const pauses = new Pauses(clock);
export const lessons = createLessons(clock);

/** By what gateways count. */
export function instanceKey({ apiUrl, instance }: Credential): string {
	return `${apiUrl} ${instance}`;
}

/** Who asks, by what only they know; a digest, because it stays in memory. */
export function accountKey(provider: Provider, credential: Credential): string {
	const { apiUrl, instance } = credential;
	const known = JSON.stringify([apiUrl, instance, ...provider.secretsOf(credential)]);
	return createHash('sha256').update(known).digest('base64');
}
