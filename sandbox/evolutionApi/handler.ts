// What every method of Evolution is: below the front door and the methods, which both import it.

import type { Outcome } from '../gateway';
import type { Instance } from '../instances';
import type { EvolutionInstance } from './account';

/** An instance of either generation; `provider` tells them apart. */
export type Evolution = Instance<EvolutionInstance>;
/** Answers a method once the guards have passed. */
export type Handler = (instance: Evolution, body: unknown, query: URLSearchParams) => Outcome;
