/** How GOWA says no: a word in `code`, or the bare text of what stands before its methods. */
import type { Failure } from '../../domain/failure';
import { bounded } from '../../domain/texts';
import type { Reader } from '../answer';
import { asRecord } from '../bodies';
import type { Answer } from '../provider';
import { happeningOfStatus, refuse, type Refusal } from '../refusal';
import { declares } from './declares';
import { earlyError, isWithoutSession } from './errorTexts';
import { whyDoubted } from './hints';

const checkDevice =
	"Check the device's id in the credential: it is the one that the server's page shows, or the device's JID";
const logIn = "Log the device in, or reconnect it, on the server's page";

/** Reads a refusal, or an answer that promised nothing. */
export function refusal(answer: Answer): Failure {
	return refuse(declares.displayName, answer, read(answer));
}

/** How this gateway's answers are read. */
export const reader: Reader = { displayName: declares.displayName, refusal };

/** The word and the text of a refusal in GOWA's own form; empty in every other. */
export function saidIn({ body }: Answer): { readonly code: string; readonly text: string } {
	const { code, message } = asRecord(body);
	const isOwn = typeof code === 'string' && typeof message === 'string';
	return isOwn ? { code: bounded(code), text: bounded(message) } : { code: '', text: '' };
}

/** Also what it says when the question itself failed. */
export function isNotOnWhatsApp(answer: Answer): boolean {
	return (
		answer.status === 400 &&
		saidIn(answer).code === 'INVALID_JID' &&
		/ is not on whatsapp/i.test(saidIn(answer).text)
	);
}

function read(answer: Answer): Refusal {
	const { status } = answer;
	const own = readCode(answer);
	if (own) return own;
	// A header that no server can read is 400, and has no JSON either.
	if (status === 401 || (status === 400 && answer.text.trim() === 'Bad Request')) {
		return {
			happening: 'unauthorized',
			advice:
				"Check API URL and token in the credential. The token is one of the server's pairs of APP_BASIC_AUTH, as user:password, and is empty only where the server has none",
		};
	}
	if (status === 404) {
		return {
			happening: 'rejected',
			advice:
				'Check that the API URL is that of a GOWA server, with its APP_BASE_PATH if it has one',
		};
	}
	return { happening: happeningOfStatus(status) };
}

function readCode(answer: Answer): Refusal | undefined {
	const { code, text } = saidIn(answer);
	switch (`${answer.status} ${code}`) {
		case '400 INVALID_JID':
			return isNotOnWhatsApp(answer)
				? {
						happening: 'notOnWhatsApp',
						advice: `Check the number and its country code. ${whyDoubted}, so try again if you are sure of it`,
					}
				: undefined;
		case '400 DEVICE_ID_REQUIRED':
		case '404 DEVICE_NOT_FOUND':
			return { happening: 'unauthorized', advice: checkDevice };
		// Of the account, unlike a 401 without JSON.
		case '401 AUTHENTICATION_ERROR':
		case '500 INVALID_WA_CLI':
			return { happening: 'notConnected', advice: logIn };
		// No question of pace: it does not end within seconds.
		case '429 WA_REACHOUT_TIMELOCK':
			return {
				happening: 'rejected',
				advice:
					'WhatsApp does not let this account begin new chats for now. Send only to people who have written to it, and wait for hours or days before the others',
			};
		case '500 INTERNAL_SERVER_ERROR':
			return readInternal(text);
		case '503 DEVICE_MANAGER_UNAVAILABLE':
			return { happening: 'starting' };
		default:
			return undefined;
	}
}

function readInternal(text: string): Refusal {
	if (isWithoutSession(text)) return { happening: 'notConnected', advice: logIn };
	const found = earlyError(text);
	return found ? { happening: 'rejected', ...found } : { happening: 'serverError' };
}
