/** How OpenWA says no: NestJS's envelope, some with a code; and what each says of a send. */
import type { Failure } from '../../domain/failure';
import type { Reader } from '../answer';
import { asRecord } from '../bodies';
import type { Answer } from '../provider';
import { happeningOfStatus, reasonIn, refuse, type Refusal } from '../refusal';
import { declares } from './declares';
import { withRetryAfter } from './patience';

const dashboard = "on the server's dashboard";
const checkSession =
	"Check Instance in the credential: it is the session's id, a UUID, and not its name. API URL, without /api, has to be the server of that session";

/** What each status of a session but `ready` asks of the user. */
export const statuses: Readonly<Record<string, string>> = {
	created: `Start the session ${dashboard}`,
	initializing: 'Wait a moment and try again',
	qr_ready: `Scan the session's QR code ${dashboard}`,
	authenticating: 'Wait a moment and try again',
	disconnected: `Start the session again ${dashboard}`,
	action_required: `Open WhatsApp on the phone and confirm what it asks; ${dashboard} stands what that is`,
	failed: `Restart the session ${dashboard}; if that does not help, scan its QR code again`,
};

/** Reads a refusal, or an answer that promised nothing. */
export function refusal(answer: Answer): Failure {
	return refuse(declares.displayName, withRetryAfter(answer), read(answer));
}

/** How this gateway's answers are read. */
export const reader: Reader = { displayName: declares.displayName, refusal };

/**
 * 400, of a number that WhatsApp does not know, or of a stranger whom the engine cannot find.
 * Before the send; of a look-up it is no "no".
 */
export function isUnresolved(answer: Answer): boolean {
	return answer.status === 400 && /could not resolve th(?:e|is) /i.test(reasonIn(answer));
}

/** The engine is asked behind the look for the key, so this send's earlier attempts have not left. */
export function settlesKey(answer: Answer): boolean {
	const { status } = answer;
	// A proxy has an envelope of its own, and knows of no keys.
	if (asRecord(answer.body).statusCode !== status) return false;
	if (status === 501) return true;
	const said = reasonIn(answer);
	if (status === 404) return isAboutQuote(said);
	if (answer.text.includes('IDEMPOTENCY_')) return false;
	return status === 400 && !/\bnot (?:active|started)\b|\bplugin\b/i.test(said);
}

const isAboutQuote = (said: string) => /quot/i.test(said);

function read(answer: Answer): Refusal {
	const { status } = answer;
	const said = reasonIn(answer);
	if (status === 400) return readBadRequest(answer, said);
	if (status === 401) {
		return {
			happening: 'unauthorized',
			advice: `Check API URL and token in the credential. The token is an API key that is valid ${dashboard}`,
		};
	}
	if (status === 403) {
		return {
			happening: 'unauthorized',
			advice: `Check the session's id in the credential, and ${dashboard} what this API key may: to send and to check numbers it needs the role operator, this session, this address and this chat. A key that is bound to chats cannot reply`,
		};
	}
	if (status === 404) return readNotFound(answer, said);
	if (status === 409) return readConflict(answer);
	// Nothing was sent: WhatsApp knew no way to the number.
	if (status === 500 && /\bNo LID for user\b/i.test(said)) return unresolved;
	if (status === 501 && /not supported by the active engine/i.test(said)) {
		return {
			happening: 'rejected',
			advice: 'Send to a person or a group, or use the other engine of OpenWA (ENGINE_TYPE)',
		};
	}
	return { happening: happeningOfStatus(status) };
}

const unresolved: Refusal = {
	happening: 'rejected',
	advice:
		'Check the number and its country code. If it is on WhatsApp, write to it once from the phone, and send again',
};

function readBadRequest(answer: Answer, said: string): Refusal {
	if (/\bnot (?:active|started)\b/i.test(said)) {
		return {
			happening: 'notConnected',
			advice: `Start the session ${dashboard}. ${checkSession}`,
		};
	}
	return isUnresolved(answer) ? unresolved : { happening: 'rejected' };
}

function readNotFound({ body }: Answer, said: string): Refusal {
	if (body === undefined || /cannot (?:post|get)/i.test(said)) {
		return {
			happening: 'rejected',
			advice:
				'Check that the API URL is that of an OpenWA server, with its path prefix if it has one and without /api',
		};
	}
	if (isAboutQuote(said)) {
		return {
			happening: 'rejected',
			advice:
				'Write Quoted Message ID as the message event shows it, whole; the message must be one that the server still has',
		};
	}
	return /session/i.test(said)
		? { happening: 'unauthorized', advice: checkSession }
		: { happening: 'rejected' };
}

/** Only the codes of keys tell; else an engine may have tried before it said so. */
function readConflict({ text }: Answer): Refusal {
	if (text.includes('IDEMPOTENCY_KEY_IN_PROGRESS')) return { happening: 'inProgress' };
	if (text.includes('IDEMPOTENCY_OUTCOME_UNKNOWN')) return { happening: 'outcomeUnknown' };
	return {
		happening: 'serverError',
		advice: `The session may not be ready: look ${dashboard}, and try again later`,
	};
}
