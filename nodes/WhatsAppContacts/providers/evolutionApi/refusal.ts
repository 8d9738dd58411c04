/** How Evolution API says no, whatever was asked. */
import type { Failure } from '../../domain/failure';
import { bounded } from '../../domain/texts';
import type { Reader } from '../answer';
import { asRecord } from '../bodies';
import type { Answer } from '../provider';
import { happeningOfStatus, refuse, type Refusal } from '../refusal';
import { declares } from './declares';
import { messageIn, notOnWhatsApp, schemaComplaints } from './envelope';

/** Reads a refusal, or an answer that promised nothing. */
export function refusal(answer: Answer): Failure {
	return refuse(declares.displayName, answer, read(answer));
}

/** How this gateway's answers are read. */
export const reader: Reader = { displayName: declares.displayName, refusal };

/** What to do where the server has lost WhatsApp. */
export const reconnect =
	"Reconnect or restart the instance on the Evolution API server's manager page";

function read(answer: Answer): Refusal {
	const { status } = answer;
	if (status >= 200 && status < 300)
		return isMetaError(answer.body) ? metaRefusal(answer) : { happening: 'unexpectedResponse' };
	if (status === 400) return readBadRequest(answer);
	if (status === 404) return readNotFound(answer);
	if (status === 500) return readServerError(answer);
	if (status === 503 && asRecord(answer.body).code === 'LICENSE_REQUIRED') {
		return {
			happening: 'notConnected',
			advice: "Activate the Evolution API server's licence, then try again",
		};
	}
	return { happening: happeningOfStatus(status) };
}

function readBadRequest(answer: Answer): Refusal {
	const [unregistered] = notOnWhatsApp(answer);
	if (unregistered) {
		const number = typeof unregistered.number === 'string' ? unregistered.number : 'the number';
		return { happening: 'notOnWhatsApp', reason: `${number} does not exist there` };
	}
	if (schemaComplaints(answer).length > 0) return { happening: 'rejected' };
	const message = messageIn(answer);
	if ([message].flat().some(isOfAnotherChannel)) {
		return {
			happening: 'rejected',
			advice:
				"This instance's channel cannot do this; use an instance on the channel Baileys, which is connected by QR code",
		};
	}
	// Plain strings come from a catch that also covers code which runs after the sending.
	if (Array.isArray(message) && message.length > 0) return { happening: 'serverError' };
	if (typeof message === 'string' && !/unexpected .* JSON|unexpected token/i.test(message)) {
		return { happening: 'serverError' };
	}
	return { happening: 'rejected' };
}

function readNotFound(answer: Answer): Refusal {
	const message = bounded(JSON.stringify(messageIn(answer) ?? ''));
	if (!/instance/i.test(message) || /cannot (?:post|get)/i.test(message)) {
		return {
			happening: 'rejected',
			advice:
				'Check that the API URL is that of an Evolution API server, with its path prefix if it has one',
		};
	}
	return {
		happening: 'unauthorized',
		advice: "Check the instance's name in the credential against the server's manager page",
	};
}

/** An instance that the server's database knows and its memory does not. */
const notLoaded =
	/^Cannot read properties of undefined \(reading '(?:contactMessage|fetchAllGroups|fetchProfile|fetchBusinessProfile|whatsappNumber)'\)$/;

/** `fetchBusinessProfile` puts a title, which is a slip of its source, before the socket's own word. */
function isClosedBelow(message: unknown): boolean {
	const [title, reason] = [message].flat();
	return title === 'Error updating profile name' && reason === 'Error: Connection Closed';
}

/** Said before anything is tried, by channels that are not Baileys. */
function isOfAnotherChannel(text: unknown): boolean {
	return typeof text === 'string' && text.startsWith('Method not available on ');
}

function readServerError(answer: Answer): Refusal {
	const message = messageIn(answer);
	const said = typeof message === 'string' ? message : '';
	if (said === 'Connection Closed' || notLoaded.test(said) || isClosedBelow(message)) {
		return { happening: 'notConnected', advice: reconnect };
	}
	if (said.includes('Not allowed by CORS')) {
		return {
			happening: 'rejected',
			advice: 'Set CORS_ORIGIN=* on the Evolution API server; n8n sends no Origin',
		};
	}
	return { happening: 'serverError' };
}

/** The Meta Cloud channel answers 201 with the Graph API's error in place of a message. */
function isMetaError(body: unknown): boolean {
	const { key, code, type, fbtrace_id: trace, error_data: data } = asRecord(body);
	if (key !== undefined) return false;
	return (
		trace !== undefined ||
		data !== undefined ||
		(typeof code === 'number' && typeof type === 'string')
	);
}

function metaRefusal(answer: Answer): Refusal {
	const { message } = asRecord(answer.body);
	// Never its numbers: one of them could be a secret that is all digits.
	const reason = typeof message === 'string' ? message.slice(0, 300) : 'an error of Meta';
	return { happening: 'rejected', reason };
}
