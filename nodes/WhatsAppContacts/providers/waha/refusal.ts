/** How WAHA says no: NestJS's envelope, or a crash that repeats the request. */
import type { Failure } from '../../domain/failure';
import type { Reader } from '../answer';
import type { Answer } from '../provider';
import { asRecord, happeningOfStatus, reasonIn, refuse, type Refusal } from '../refusal';
import { declares } from './declares';

const dashboard = 'on the WAHA dashboard';

/** What each status of a session but `WORKING` asks of the user (waha.devlike.pro, "Sessions"). */
export const statuses: Readonly<Record<string, string>> = {
	STOPPED: `Start the session ${dashboard}`,
	STARTING: 'Wait a moment and try again',
	SCAN_QR_CODE: `Scan the session's QR code ${dashboard}`,
	FAILED: `Restart the session ${dashboard}; if that does not help, log it out and scan the QR code again`,
};

/** Crashes of which it is known that they come before anything is sent. */
const earlyCrashes: ReadonlyArray<readonly [RegExp, string]> = [
	[
		/message id be in format/i,
		'Write Quoted Message ID as the message event shows it, e.g. false_5511987654321@c.us_3EB0C767D097B7C7C030',
	],
	[
		/no LID found for/i,
		'WhatsApp does not know the number, at least in this form. Check it and its country code, or look it up with Registration among the Extra Details',
	],
];

/** Reads a refusal, or an answer that promised nothing. */
export function refusal(answer: Answer): Failure {
	return refuse(declares.displayName, answer, read(answer));
}

/** How this gateway's answers are read. */
export const reader: Reader = { displayName: declares.displayName, refusal };

/** What crashed, of a 500 that also repeats request and stack; empty for every other answer. */
export function crashIn(answer: Answer): string {
	const { message } = asRecord(asRecord(answer.body).exception);
	return answer.status === 500 && typeof message === 'string' ? message : '';
}

function read(answer: Answer): Refusal {
	const { status } = answer;
	if (status === 401 || status === 403) {
		return {
			happening: 'unauthorized',
			advice: 'Check API URL, session and token in the credential',
		};
	}
	if (status === 404) return readNotFound(answer);
	if (status === 422) return readUnprocessable(answer);
	if (status === 501 && /not implemented by/i.test(reasonIn(answer))) {
		return {
			happening: 'rejected',
			advice: 'Run the session on the engine NOWEB or GOWS; WEBJS sends no contact cards',
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
	return {
		happening: 'unauthorized',
		advice: `Check the session's name in the credential, and start the session ${dashboard}`,
	};
}

/** The server waits some seconds for the session, and says so before it does anything. */
function readUnprocessable(answer: Answer): Refusal {
	const { status } = asRecord(answer.body);
	if (typeof status !== 'string') return { happening: 'rejected' };
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
