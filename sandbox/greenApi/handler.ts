// What every method of GREEN-API is: below the front door and the methods, which both import it.

import type { Call, Outcome } from '../gateway';
import type { Instance } from '../instances';
import type { GreenApiInstance } from './account';

/** An instance with this vendor's switches. */
export type GreenApi = Instance<GreenApiInstance>;
/** Answers a method once the guards have passed. */
export type Handler = (call: Call, instance: GreenApi, body: unknown) => Outcome;
