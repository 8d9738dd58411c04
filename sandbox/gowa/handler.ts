// What every method of GOWA is: below the front door and the methods, which both import it.

import type { Call, Outcome } from '../gateway';
import type { Instance } from '../instances';
import type { GowaInstance } from './account';

/** A device with this vendor's switches. */
export type Gowa = Instance<GowaInstance>;
/** The whole call, for look-ups have their words in the query. */
export type Handler = (call: Call, device: Gowa) => Outcome;
