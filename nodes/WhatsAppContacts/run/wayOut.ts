/** Chooses the transport: undici under the host's outbound policy, or n8n's own helper without it. */
import type { NodeEgressFilter, RequestHelperFunctions } from 'n8n-workflow';
import type { Send } from '../transport/http';
import { createN8nSend } from '../transport/n8nSend';
import { createUndiciSend } from '../transport/undiciSend';

/** What both a run and a list in the editor have of n8n. */
export interface WithHelpers {
	readonly helpers: RequestHelperFunctions;
}

/** A way out for one run; `close` leaves no connection open. */
export interface WayOut {
	readonly send: Send;
	close(): Promise<void>;
}

export function openWayOut(context: WithHelpers, ignoreSslIssues: boolean): WayOut {
	const policy = policyOf(context);
	return policy
		? createUndiciSend(policy, { ignoreSslIssues })
		: createN8nSend(context.helpers, { ignoreSslIssues });
}

/** n8n hands its policy out since 2.x; in 1.x the helper is missing. */
function policyOf({ helpers }: WithHelpers): NodeEgressFilter | undefined {
	return 'getSecureEgressFilter' in helpers && typeof helpers.getSecureEgressFilter === 'function'
		? helpers.getSecureEgressFilter()
		: undefined;
}
