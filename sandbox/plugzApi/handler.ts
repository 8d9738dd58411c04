// What every method of PlugzAPI is: below the front door and the methods, which both import it.

import type { Call, Outcome } from '../gateway';
import type { Instance } from '../instances';
import type { PlugzApiInstance } from './account';

/** An instance with this vendor's switches. */
export type PlugzApi = Instance<PlugzApiInstance>;
/** `argument` is the last segment of paths like contacts/{phone}, else empty. */
export type Handler = (call: Call, instance: PlugzApi, body: unknown, argument: string) => Outcome;
