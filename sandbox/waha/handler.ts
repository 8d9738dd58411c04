// What every method of WAHA is: below the front door and the methods, which both import it.

import type { Call, Outcome } from '../gateway';
import type { Instance } from '../instances';
import type { WahaInstance } from './account';
import type { JsonObject } from '../replies';

/** A session with this vendor's switches. */
export type Waha = Instance<WahaInstance>;
/** The whole call, for look-ups have their words in the query. */
export type Handler = (call: Call, instance: Waha, body: JsonObject) => Outcome;
