/** What servers taught the node; a server may be renewed, so each lesson is asked for again. */
import type { Lessons } from '../providers/provider';
import type { Clock } from './clock';
import { Transient } from './transient';

/** After this time a gateway is tried anew. */
const KEPT_MS = 3_600_000;

/** Lessons for the life of the process. */
export function createLessons(clock: Clock): Lessons {
	const learnt = new Transient<{ readonly text: string; readonly at: number }>(
		({ at }) => clock.now() - at >= KEPT_MS,
	);
	return {
		get: (key) => learnt.get(key)?.text,
		set: (key, text) => learnt.set(key, { text, at: clock.now() }),
	};
}
