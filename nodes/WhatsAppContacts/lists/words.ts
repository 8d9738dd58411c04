/**
 * Why there is no list, as the editor shows it. Traps of the editor: it cuts a message at each
 * hyphen, so that some names fall apart, and shows `description` as it is; only of a NodeApiError
 * does that arrive; and a status would make it offer the node's first credential, whosever it is.
 */
import { type INode, NodeApiError } from 'n8n-workflow';
import type { Failure } from '../domain/failure';
import type { FieldProblem } from '../domain/reading';
import { bounded } from '../domain/texts';
import type { Provider } from '../providers';

const byHand = 'Or choose By Phone Number or ID and write the number or the ID';

/** Looks the same and is no hyphen to the editor. */
const NON_BREAKING_HYPHEN = '\u2011';

/** The gateway did not answer, or refused. */
export function refused(node: INode, provider: Provider, failure: Failure): NodeApiError {
	const { message, advice, happening } = failure;
	const isLate = ['timedOut', 'cancelledInFlight', 'cancelledBeforeSending'].includes(happening);
	return isLate
		? late(node, provider)
		: said(node, `${provider.displayName} gave no list of chats`, [message, advice]);
}

/** It is still being collected, or was given up. */
export function late(node: INode, { displayName, chats }: Provider): NodeApiError {
	const why = chats.ifSlow ?? 'Check that the server is running and not overloaded';
	return said(node, `${displayName} needs long for its list of chats`, [
		why,
		'Open the list again in a minute',
	]);
}

/** There was an answer, and no chat in it. */
export function empty(node: INode, { displayName, chats }: Provider): NodeApiError {
	return said(node, `${displayName} lists no chats`, [chats.ifEmpty]);
}

/** Nobody was asked. */
export function unasked(node: INode, { field, problem }: FieldProblem): NodeApiError {
	return said(node, 'The list of chats needs a provider and its credential', [
		`${field}: ${problem}`,
	]);
}

function said(node: INode, message: string, sentences: readonly string[]): NodeApiError {
	const description = bounded([...sentences, byHand].join('. '), 2000);
	const whole = message.replaceAll('-', NON_BREAKING_HYPHEN);
	const error = new NodeApiError(node, {}, { message: whole, description });
	error.message = whole;
	error.messages = [];
	return error;
}
