/** A failure as n8n shows it: an error that stops the run, or an item for the error output. */
import { type IDataObject, type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { adviceForSend } from './domain/explain';
import { type Failure, rowOf } from './domain/failure';
import { bounded } from './domain/texts';

/** What was asked stands in the input item as well; here it only says which message this is. */
const MAX_ECHO = 200;

/** What an error item repeats of the message it stands for. */
export interface FailedMessage {
	readonly failure: Failure;
	readonly kind: 'send' | 'lookUp';
	/** `null` where no gateway is meant. */
	readonly provider: string | null;
	readonly operation: string;
	/** In the provider's spelling; `null` where it could not be read. */
	readonly chatId: string | null;
	readonly contacts: ReadonlyArray<{ readonly fullName: string; readonly phone: string }>;
}

/**
 * The `json` of an error item. Its only key is `error`: n8n up to 2.35 routes no other shape to
 * the error output.
 */
export function errorJson(message: FailedMessage): IDataObject {
	const { failure, kind, provider, operation, chatId, contacts } = message;
	const { code, delivery, retryable } = rowOf(failure);
	return {
		error: {
			message: failure.message,
			code,
			delivery: kind === 'lookUp' ? 'notSent' : delivery,
			retryable,
			httpStatus: failure.httpStatus,
			provider,
			operation,
			chatId: chatId === null ? null : bounded(chatId, MAX_ECHO),
			contacts: contacts.map(({ fullName, phone }) => ({
				fullName: bounded(fullName, MAX_ECHO),
				phone: bounded(phone, MAX_ECHO),
			})),
		},
	};
}

/**
 * The error that stops the run. It gets neither the answer nor a cause: n8n stores both with the
 * execution, and gateways put tokens into them.
 * @param account of a send, what became of the other messages, said before the advice; a look-up
 * has none
 */
export function toNodeError(
	node: INode,
	failure: Failure,
	itemIndex: number,
	account: string,
): NodeApiError | NodeOperationError {
	const { message, httpStatus } = failure;
	const description = account === '' ? failure.advice : `${account}. ${adviceForSend(failure)}`;
	const error =
		httpStatus === null
			? new NodeOperationError(node, message, { description, itemIndex })
			: new NodeApiError(
					node,
					{},
					{ message, description, httpCode: String(httpStatus), itemIndex },
				);
	// n8n puts a text of its own in place of one that names a socket's error such as ECONNRESET,
	// and that text advises to send again at once.
	error.message = message;
	error.messages = [];
	return error;
}
