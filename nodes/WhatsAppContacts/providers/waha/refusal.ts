/** How WAHA says no: NestJS's envelope, or a crash that repeats the request. */
import type { Failure } from '../../domain/failure';
import type { Reader } from '../answer';
import { asRecord } from '../bodies';
import type { Answer } from '../provider';
import { happeningOfStatus, reasonIn, refuse, type Refusal } from '../refusal';
import { declares } from './declares';
import { crashIn, earlyCrashes } from './crashes';

const dashboard = 'on the WAHA dashboard';
const checkSession = `Check the session's name in the credential, and start the session ${dashboard}`;

/** What each status of a session but `WORKING` asks of the user (waha.devlike.pro, "Sessions"). */
export const statuses: Readonly<Record<string, string>> = {
	STOPPED: `Start the session ${dashboard}`,
	STARTING: 'Wait a moment and try again',
	SCAN_QR_CODE: `Scan the session's QR code ${dashboard}`,
	FAILED: `Restart the session ${dashboard}; if that does not help, log it out and scan the QR code again`,
	PASSKEY_REQUIRED: 'Open WhatsApp on the phone and confirm the log-in there with the passkey',
	PASSKEY_CONFIRMATION_REQUIRED: 'Open WhatsApp on the phone and confirm the log-in there',
};

/** Reads a refusal, or an answer that promised nothing. */
export function refusal(answer: Answer): Failure {
	return refuse(declares.displayName, answer, read(answer));
}

/** How this gateway's answers are read. */
export const reader: Reader = { displayName: declares.displayName, refusal };

/** 422, by servers that look a number up before they do anything with it. */
export function isNotOnWhatsApp(answer: Answer): boolean {
	return answer.status === 422 && /number .*does not exist on WhatsApp/i.test(reasonIn(answer));
}

function read(answer: Answer): Refusal {
	const { status } = answer;
	if (status === 401) {
		return {
			happening: 'unauthorized',
			advice:
				"Check API URL and token in the credential. The token is the server's API key: newer servers make one where none was set",
		};
	}
	if (status === 403) {
		return {
			happening: 'unauthorized',
			advice: `Check the session's name in the credential, and ${dashboard} whether this API key is the session's and may send and read`,
		};
	}
	if (status === 404) return readNotFound(answer);
	if (status === 422) return readUnprocessable(answer);
	if (status === 501 && /not implemented by/i.test(reasonIn(answer))) {
		return {
			happening: 'rejected',
			advice: 'Update WAHA to 2025.9.5 or newer, or use NOWEB or GOWS as the engine',
		};
	}
	return status === 500 ? readCrash(answer) : { happening: happeningOfStatus(status) };
}

function readNotFound(answer: Answer): Refusal {
	const said = reasonIn(answer);
	if (!/session/i.test(said) || /cannot (?:post|get)/i.test(said)) {
		return {
			happening: 'rejected',
			advice:
				'Check that the API URL is that of a WAHA server, with its path prefix if it has one and without /api',
		};
	}
	return { happening: 'unauthorized', advice: checkSession };
}

/** The server waits some seconds for the session, and says so before it does anything. */
function readUnprocessable(answer: Answer): Refusal {
	const { status } = asRecord(answer.body);
	if (isNotOnWhatsApp(answer)) return { happening: 'notOnWhatsApp' };
	if (typeof status !== 'string') {
		return /^session .*does not exist/i.test(reasonIn(answer))
			? { happening: 'unauthorized', advice: checkSession }
			: { happening: 'rejected' };
	}
	return {
		happening: status === 'STARTING' ? 'starting' : 'notConnected',
		reason: `the session has the status ${status.slice(0, 40)}`,
		advice: Object.hasOwn(statuses, status) ? statuses[status] : undefined,
	};
}

function readCrash(answer: Answer): Refusal {
	const crash = crashIn(answer);
	if (crash === '') return { happening: 'serverError' };
	const reason = reasonIn({ ...answer, body: crash });
	const early = earlyCrashes.find(([text]) => text.test(crash));
	return early
		? { happening: 'rejected', reason, advice: early[1] }
		: { happening: 'serverError', reason };
}
