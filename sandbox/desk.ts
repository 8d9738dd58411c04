// What one request needs of the sandbox around it: below the exchange and its faults, which both
// import it.

import type { ServerResponse } from 'node:http';
import type { FaultPlan } from './faults/plan';
import type { Call, Gateway, Route } from './gateway';
import type { InboxFacts } from './inbox';
import type { Instances } from './instances';
import type { Listener } from './listener';
import type { Load } from './load';
import type { Records } from './records';
import type { Timers } from './timers';
import type { RecordedRequest, SandboxOptions } from './types';

/** One for the whole sandbox. */
export interface Desk {
	instances: Instances;
	records: Records;
	plan: FaultPlan;
	timers: Timers;
	load: Load;
	options: SandboxOptions;
	url: string;
	inbox(): InboxFacts;
	connectionOf: Listener['connectionOf'];
}

/** A request under way. */
export interface Exchange {
	gateway: Gateway;
	call: Call;
	route: Route;
	record: RecordedRequest;
	response: ServerResponse;
	desk: Desk;
	/** The records' era in which it began. */
	era: number;
}
