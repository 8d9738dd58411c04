/** Builders of the vectors that fail: each gateway says no in its own words, but fails alike. */
import type { INodeParameters } from 'n8n-workflow';
import type { Answered, Exchange, Failed, Vector } from './vector';

interface Usual {
	/** As typed and as spelt. */
	readonly chatId: string;
	readonly contacts: Failed['contacts'];
	/** The cards. */
	readonly parameters: INodeParameters;
	send(answered: Answered): Exchange;
	lookUp(answered: Answered): Exchange;
}

/** Vectors of one gateway in which its usual send or look-up meets a refusal. */
export function refusalsOf(usual: Usual) {
	const { chatId, contacts } = usual;
	const failure = (over: Partial<Failed>): Failed => ({
		message: '',
		code: 'REJECTED',
		delivery: 'notSent',
		retryable: false,
		httpStatus: null,
		chatId,
		contacts,
		...over,
	});
	const refusedSend = (that: string, answered: Answered, over: Partial<Failed>): Vector => ({
		that: `sends ${that}`,
		operation: 'sendContact',
		parameters: { chatId, ...usual.parameters },
		exchanges: [usual.send(answered)],
		items: [],
		failed: [failure({ httpStatus: answered.status, ...over })],
	});
	const refusedLookUp = (that: string, answered: Answered, over: Partial<Failed>): Vector => ({
		that: `looks up ${that}`,
		operation: 'getContactInfo',
		parameters: { chatId },
		exchanges: [usual.lookUp(answered)],
		items: [],
		// A look-up delivers nothing.
		failed: [failure({ httpStatus: answered.status, ...over, contacts: [], delivery: 'notSent' })],
	});
	return {
		failure,
		refusedSend,
		refusedLookUp,
		/** The same refusal of a send and of a look-up. */
		refused: (that: string, answered: Answered, over: Partial<Failed>): Vector[] => [
			refusedSend(that, answered, over),
			refusedLookUp(that, answered, over),
		],
		/** Refused by the node itself, before any request. */
		invalid: (
			that: string,
			operation: Vector['operation'],
			parameters: INodeParameters,
			message: RegExp,
		): Vector => ({
			that,
			operation,
			parameters: {
				chatId,
				...(operation === 'sendContact' && usual.parameters),
				...parameters,
			},
			exchanges: [],
			items: [],
			failed: [failure({ code: 'INVALID_INPUT', message, chatId: null, contacts: [] })],
		}),
	};
}
