// The moment a card becomes accepted: noted in the records, quotable from now on, and in the queue
// of a disconnected phone.

import type { Outcome } from './gateway';
import type { Exchange } from './desk';
import { remember } from './instances';

/** Does nothing for an outcome that accepts none. */
export function commit({ call, route, desk, era }: Exchange, { accepts }: Outcome): void {
	const { instance, provider, instanceName, method } = route;
	// What began before a reset belongs to the test before it.
	if (accepts === undefined || instance === undefined || era !== desk.records.era) return;
	remember(instance, accepts.messageId, accepts.chatId);
	if (accepts.state === 'queued') instance.queued++;
	desk.records.accept(accepts, { provider, instance: instanceName, method, body: call.body });
}
