/** Answers of Evolution API's look-ups that say nothing of the asked number. */
import type { Failure } from '../../domain/failure';
import type { Answer } from '../provider';
import { refuse } from '../refusal';
import { declares } from './declares';

interface Refused {
	readonly refused: Failure;
}

/** It names somebody else: nothing of it may come out. */
export function strangers(answer: Answer, key: string): Refused {
	return unexpected(answer, `"${key}" is another number than the one that was asked`);
}

/** It has no row for the number. */
export function silent(answer: Answer, asked: string): Refused {
	return unexpected(answer, `the answer does not say whether ${asked} exists`);
}

function unexpected(answer: Answer, reason: string): Refused {
	const refusal = { happening: 'unexpectedResponse', reason } as const;
	return { refused: refuse(declares.displayName, answer, refusal) };
}
