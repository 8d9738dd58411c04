/** How GREEN-API says no (green-api.com, "Common errors"). */
import type { Failure, Happening } from '../../domain/failure';
import type { Reader } from '../answer';
import { bounded } from '../../domain/texts';
import { asRecord, cutIn, textsIn } from '../bodies';
import type { Answer } from '../provider';
import { happeningOfStatus, reasonIn, refuse, type Refusal } from '../refusal';
import { declares } from './declares';

/** Texts of refusals and what they mean; the status alone does not tell them apart. */
const texts: ReadonlyArray<readonly [RegExp, Happening]> = [
	[/in starting process/i, 'starting'],
	[/not authorized/i, 'notConnected'],
	[/account is expired/i, 'notConnected'],
	[/instance is deleted/i, 'unauthorized'],
	[/request entity too large/i, 'rejected'],
	[/interface conversion/i, 'rejected'],
];

/** Reads a refusal, or an answer that promised nothing. */
export function refusal(answer: Answer): Failure {
	return refuse(declares.displayName, answer, read(answer));
}

/** How this gateway's answers are read. */
export const reader: Reader = { displayName: declares.displayName, refusal };

function read(answer: Answer): Refusal {
	const { status } = answer;
	const happening = happeningOfStatus(status);
	if (happening === 'quotaExceeded') return { happening, reason: quotaReason(answer) };
	const said = bounded(answer.body === undefined ? answer.text : textsIn(answer.body).join(' '));
	// Older servers answer 200 with a status of false while they start or have no phone.
	const isFalse = status === 200 && asRecord(answer.body).status === false;
	if (status === 400 || status === 500 || isFalse) {
		const row = texts.find(([text]) => text.test(said));
		if (row) return { happening: row[1], ...advice(row[1], said) };
	}
	if (isFalse) return { happening: 'notConnected' };
	if (happening === 'rejected' && (status < 400 || status === 404 || status === 405)) {
		return { happening, advice: checkUrl };
	}
	return { happening, ...advice(happening, said) };
}

/** Its own methods are always there: another server, or another path of this one, has answered. */
const checkUrl =
	'Check that API URL in the credential is the apiUrl that the GREEN-API console shows';

function advice(happening: Happening, said: string): Pick<Refusal, 'advice'> {
	if (/expired/i.test(said)) return { advice: 'Renew the instance in the GREEN-API console' };
	if (happening === 'unauthorized') {
		return {
			advice:
				'Check apiUrl, idInstance and apiTokenInstance in the credential against the GREEN-API console',
		};
	}
	return {};
}

/** `invokeStatus` may say "allowed" while `correspondentsStatus` holds the real reason. */
function quotaReason(answer: Answer): string {
	const { correspondentsStatus, invokeStatus } = asRecord(cutIn(answer.body));
	const exceeded = [correspondentsStatus, invokeStatus]
		.map(asRecord)
		.find(({ status }) => typeof status === 'string' && /EXCEEDED/i.test(status));
	return exceeded
		? reasonIn({ ...answer, body: exceeded.description ?? exceeded.status })
		: reasonIn(answer);
}
