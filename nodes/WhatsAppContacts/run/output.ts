/** What became of the messages, as n8n's items, hints and errors. */
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import type { Verdict } from '../delivery/job';
import { isInDoubt } from '../delivery/repeat';
import type { Failure } from '../domain/failure';
import { errorJson, toNodeError } from '../nodeError';
import { accountOf, type RunFacts, type Tally } from './summary';
import type { Hint } from '../providers';
import type { Setup } from './setup';

/** An accepted message as it comes out, with what the hints need of it. */
export interface Sent {
	readonly json: IDataObject;
	readonly omits: readonly string[];
	readonly hints: readonly Hint[];
}

export type ItemVerdicts = ReadonlyArray<Verdict<unknown, Sent>>;

/** One output item for each message, paired with its input item. */
export function toItems(verdicts: readonly ItemVerdicts[], setup: Setup): INodeExecutionData[] {
	return verdicts.flatMap((messages, item) =>
		messages.flatMap((verdict) => {
			if ('notStarted' in verdict) return [];
			const json =
				'accepted' in verdict
					? verdict.accepted.json
					: failedJson(verdict.failed, setup, verdict.command);
			return [{ json, pairedItem: { item } }];
		}),
	);
}

function failedJson(failure: Failure, setup: Setup, command?: unknown): IDataObject {
	const { operation, operationId, provider, providerId } = setup;
	const about = command === undefined ? undefined : operation.about(command);
	return errorJson({
		failure,
		kind: operation.kind,
		provider: providerId,
		operation: operationId,
		chatId: about ? provider.spellChatId(about.chatId) : null,
		contacts: about?.contacts ?? [],
	});
}

/** How the messages fared, by item number. */
export function tally(verdicts: readonly ItemVerdicts[], setup: Setup): Tally {
	const accepted: number[] = [];
	const inDoubt: number[] = [];
	const notStarted: number[] = [];
	for (const [item, messages] of verdicts.entries()) {
		for (const verdict of messages) {
			if ('accepted' in verdict) accepted.push(item);
			else if ('notStarted' in verdict) notStarted.push(item);
			else if (isInDoubt(verdict.failed, setup.operation.kind)) inDoubt.push(item);
		}
	}
	return { accepted, inDoubt, notStarted };
}

/** The error of the lowest item that failed; `undefined` when none did. */
export function stopError(node: INode, verdicts: readonly ItemVerdicts[], setup: Setup) {
	for (const [item, messages] of verdicts.entries()) {
		const failed = messages.find((verdict) => 'failed' in verdict);
		if (!failed || !('failed' in failed)) continue;
		const account = setup.operation.kind === 'send' ? accountOf(tally(verdicts, setup)) : '';
		return toNodeError(node, failed.failed, item, account);
	}
	return undefined;
}

/** Counts what the hints speak of. */
export function factsOf(
	verdicts: readonly ItemVerdicts[],
	setup: Setup,
	run: Pick<RunFacts, 'skippedCards' | 'suspiciousPhones' | 'hasPause'> & {
		readonly splitHints: ReadonlyMap<Hint, number>;
	},
): RunFacts {
	const omitted = new Map<string, number>();
	const hints = new Map(run.splitHints);
	let resent = 0;
	for (const verdict of verdicts.flat()) {
		if ('resent' in verdict) resent++;
		if (!('accepted' in verdict)) continue;
		for (const field of verdict.accepted.omits) omitted.set(field, (omitted.get(field) ?? 0) + 1);
		for (const hint of verdict.accepted.hints) hints.set(hint, (hints.get(hint) ?? 0) + 1);
	}
	return {
		...run,
		gateway: setup.provider.displayName,
		omitted,
		resent,
		hints,
		inDoubt: tally(verdicts, setup).inDoubt,
	};
}
