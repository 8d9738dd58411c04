/**
 * What a person reads: one sentence that says what happened with the gateway's own reason, and
 * one that says what to do. The gateways' users are shop owners, not HTTP clients.
 */
import { type Failure, type Happening, rowOf } from './failure';
import { bounded, withoutLast } from './texts';

/** A gateway's reason is one sentence; what is longer is somebody's log. */
export const MAX_REASON = 300;

/** A text of ours, with the longest words around the longest reason. */
export const MAX_SENTENCE = 1000;

interface Wording {
	/** After the gateway's name. */
	readonly says: string;
	/** Right for sends, look-ups and credential tests alike. */
	readonly advice: string;
}

const later = 'Try again later';
const checkChat = 'Check in WhatsApp whether the card has arrived before you send it again';

const reportIt = 'Please report it with the version of the package';

const wordings: Readonly<Record<Happening, Wording>> = {
	invalidInput: { says: 'was not asked', advice: 'Correct the field and run the node again' },
	notPrepared: {
		says: 'was not asked, because this node made a mistake before',
		advice: reportIt,
	},
	lostTrack: {
		says: 'was asked, but this node made a mistake then and cannot tell whether it worked',
		advice: reportIt,
	},
	unreachable: {
		says: 'could not be reached',
		advice: `Check the API URL of the credential and that the server is running. ${later}`,
	},
	untrusted: {
		says: 'has a certificate or TLS set-up that cannot be trusted',
		advice:
			'Check that the API URL is right and that its https certificate is valid. For a server of your own, "Ignore SSL Issues" accepts any certificate, where its credential has it',
	},
	forbiddenByPolicy: {
		says: "may not be asked: n8n's outbound request policy forbids its address",
		advice:
			'The operator of this n8n can allow the address with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES',
	},
	refusedByProxy: {
		says: 'was not reached, because the proxy refused the connection',
		advice:
			"Check the proxy that this n8n's HTTP_PROXY and HTTPS_PROXY variables name, and its user name and password",
	},
	interrupted: { says: 'broke the connection off before it answered', advice: later },
	timedOut: {
		says: 'did not answer completely in time',
		advice: `${later}, or set a longer Timeout in the options`,
	},
	unauthorized: {
		says: 'refused the instance or the token',
		advice: 'Check API URL, instance and token in the credential; saving it tests the connection',
	},
	starting: { says: 'is still starting the instance', advice: 'Try again in a few minutes' },
	notConnected: {
		says: 'says that the instance is not connected to WhatsApp',
		advice: "Connect the phone in the gateway's console, for example by scanning its QR code",
	},
	notOnWhatsApp: {
		says: 'says that this number is not on WhatsApp',
		advice: 'Check the number and its country code',
	},
	quotaExceeded: {
		says: 'says that the quota of your plan is used up',
		advice: "Wait for the next period or change the plan in the gateway's console",
	},
	rateLimited: {
		says: 'got too many requests in a short time',
		advice: `${later}, or with fewer requests at a time`,
	},
	rejected: {
		says: 'did not accept the request',
		advice: 'Correct what the reason names and run the node again',
	},
	serverError: { says: 'had an error of its own', advice: later },
	inProgress: { says: 'has not finished an earlier attempt of the same card', advice: later },
	outcomeUnknown: {
		says: 'does not know what became of an earlier attempt of the same card',
		advice: later,
	},
	unexpectedResponse: {
		says: 'answered something that does not say whether it worked',
		advice: 'Check that the API URL belongs to this provider',
	},
	cancelledBeforeSending: {
		says: 'was not asked, because the execution was stopped',
		advice: 'Run the workflow again',
	},
	cancelledInFlight: {
		says: 'was being asked when the execution was stopped',
		advice: 'Run the workflow again',
	},
};

/** What is known of a failure before it is put into words. */
export interface Told {
	/** The gateway's display name. */
	readonly gateway: string;
	readonly happening: Happening;
	readonly httpStatus?: number | null;
	readonly retryAfterMs?: number | null;
	/** The gateway's own text, one line; empty when it gave none. */
	readonly reason?: string;
	/** Replaces the general advice. */
	readonly advice?: string;
}

/** Puts a failure into words. */
export function describeFailure(told: Told): Failure {
	const { says, advice } = wordings[told.happening];
	const status = told.httpStatus ? ` (HTTP ${told.httpStatus})` : '';
	const said = withoutLast(bounded(told.reason ?? '', MAX_REASON), '. ');
	const reason = said === '' ? '' : `: ${said}`;
	return {
		happening: told.happening,
		message: `${told.gateway} ${says}${status}${reason}`,
		advice: told.advice ?? advice,
		httpStatus: told.httpStatus ?? null,
		retryAfterMs: told.retryAfterMs ?? null,
	};
}

/** The same failure in words that are free of secrets, and short whatever was answered. */
export function failureWith(failure: Failure, change: (text: string) => string): Failure {
	const said = (text: string) => bounded(change(text), MAX_SENTENCE);
	return { ...failure, message: said(failure.message), advice: said(failure.advice) };
}

/** What to do about the failure of a send: look first, where the card may have left. */
export function adviceForSend(failure: Failure): string {
	const { advice } = failure;
	if (rowOf(failure).delivery !== 'unknown') return advice;
	const isOdd = failure.happening === 'unexpectedResponse' || failure.happening === 'lostTrack';
	return isOdd ? `${advice}. ${checkChat}` : checkChat;
}
