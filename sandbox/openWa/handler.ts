// What every method of OpenWA is: below the front door and the methods, which both import it.

import type { Call, Outcome } from '../gateway';
import type { Instance } from '../instances';
import type { OpenWaInstance } from './account';

/** A session with this vendor's switches. */
export type OpenWa = Instance<OpenWaInstance>;
/** `subject` is what the path names behind the method: a contact's id or a number. */
export type Handler = (call: Call, instance: OpenWa, subject: string) => Outcome;
