/** How PlugzAPI and Z-API say no: the key `error`, at any status, 200 included. */
import type { Failure } from '../../domain/failure';
import type { Reader } from '../answer';
import { asRecord, textsIn } from '../bodies';
import type { Answer } from '../provider';
import { happeningOfStatus, refuse, type Refusal } from '../refusal';
import { declares } from './declares';

const credentialTexts = [
	/instance not found/i,
	/null not allowed/i,
	/client-token/i,
	/\] not allowed/i,
];

/** Reads a refusal, or an answer that promised nothing. */
export function refusal(answer: Answer): Failure {
	return refuse(declares.displayName, answer, read(answer));
}

/** How this gateway's answers are read. */
export const reader: Reader = { displayName: declares.displayName, refusal };

/**
 * Whether the gateway itself says that it does not know the method: then nothing was done. A page
 * or a text comes from somebody before it, who knows nothing of its methods.
 */
export function isUnknownMethod(answer: Answer): boolean {
	const { status, body } = answer;
	if (status === 200) return errorIn(body) === 'NOT_FOUND';
	const hasWords = typeof body === 'object' && body !== null;
	const isUnknown = status === 405 ? hasWords || isSilent(answer) : status === 404 && hasWords;
	return isUnknown && read(answer).happening !== 'unauthorized';
}

/** A 404 of the gateway's own that is not about the credential: it does not know who is meant. */
export function isOwn404(answer: Answer): boolean {
	const isOwn = answer.body !== undefined || isSilent(answer);
	return answer.status === 404 && isOwn && read(answer).happening !== 'unauthorized';
}

function isSilent({ text, oversized }: Answer): boolean {
	return text.trim() === '' && !oversized;
}

/** The gateway's "not carried out", which its pages show as a boolean and as text. */
function isNo(value: unknown): boolean {
	return value === false || value === 'false';
}

function read(answer: Answer): Refusal {
	const { status } = answer;
	const said = errorIn(answer.body);
	const byStatus = happeningOfStatus(status);
	if (said !== undefined && credentialTexts.some((text) => text.test(said))) {
		return { happening: 'unauthorized', advice: credentialAdvice(said) };
	}
	if (byStatus === 'unauthorized') return { happening: byStatus, advice: credentialAdvice('') };
	if (status === 200 && isNo(asRecord(answer.body).value)) {
		return {
			happening: 'notConnected',
			reason: 'the gateway did not carry the operation out',
		};
	}
	const happening = said !== undefined && status < 300 ? 'rejected' : byStatus;
	const isRedirect = status >= 300 && status < 400;
	const isElsewhere = isRedirect || status === 404 || status === 405 || said === 'NOT_FOUND';
	if (happening !== 'rejected' || !isElsewhere) return { happening };
	return { happening, advice: checkUrl };
}

const checkUrl =
	'Check API URL in the credential: https://api.plugzapi.com.br for PlugzAPI, https://api.z-api.io for Z-API';

function credentialAdvice(said: string): string {
	if (/client-token|null not allowed/i.test(said)) {
		return "Copy the account's security token into Client Token in the credential";
	}
	if (/\] not allowed/.test(said)) {
		return "Add the address of this n8n to the account's list of allowed IP addresses";
	}
	return "Check API URL, instance id, token and Client Token in the credential against the gateway's console";
}

/** The text of the key `error`; a `null` there is no error. */
function errorIn(body: unknown): string | undefined {
	const { error } = asRecord(body);
	if (error === null || error === undefined || error === false || error === '') return undefined;
	return textsIn(error).join(' ') || 'error';
}
