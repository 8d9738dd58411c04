/** One run of Read Received Cards: it asks nobody, so it needs no provider, credential or delivery. */
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Breath } from '../delivery/clock';
import { describeFailure, failureWith } from '../domain/explain';
import type { Failure } from '../domain/failure';
import type { FieldProblem } from '../domain/reading';
import { bounded } from '../domain/texts';
import { errorJson, toNodeError } from '../nodeError';
import { type ReadEvent, readReceivedCards } from '../operations/readReceivedCards';
import { clock } from './realClock';
import { parametersOf } from './parameters';

/** What an error item tells beside the failure. */
interface Told {
	/** `null` where no gateway was recognised. */
	readonly provider: string | null;
	readonly about: IDataObject;
	readonly holdsSecret: boolean;
}

/** What a person reads must be short, whatever a stranger's card holds. */
const asItIs = (text: string) => text;

/** Reads the cards of all input items. */
export async function runReadReceivedCards(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<INodeExecutionData[][]> {
	const breath = new Breath(clock);
	const parameters = parametersOf(context, items);
	const goesOn = context.continueOnFail();
	const output: INodeExecutionData[] = [];
	const counts = { items: items.length, others: 0, own: 0, kept: 0 };
	const fail = (failure: Failure, item: number, told: Told) => {
		if (!goesOn) throw toNodeError(context.getNode(), failure, item, '');
		// Beside an error whose pair is an object, n8n puts all that the input item holds.
		const pairedItem = told.holdsSecret ? item : { item };
		output.push({ json: errorOf(failure, told), pairedItem });
	};
	for (const [index, item] of items.entries()) {
		await breath.take();
		const read = readItem((name) => parameters(name, index), item.json);
		if ('problem' in read) {
			const told = { provider: null, about: {}, holdsSecret: true };
			fail(failureOf(read, 'Correct the field and run the node again'), index, told);
			continue;
		}
		const event = read.value;
		if ('cards' in event) {
			const { holdsSecret } = event;
			for (const card of event.cards) {
				await breath.take();
				if ('json' in card) output.push({ json: card.json, pairedItem: { item: index } });
				else fail(failureOf(card.problem, adviceOnCards), index, { ...card, holdsSecret });
			}
			continue;
		}
		counts.others += 1;
		if (event.other === 'own') counts.own += 1;
		if (event.json === undefined) continue;
		counts.kept += 1;
		output.push({ ...item, json: event.json, pairedItem: { item: index } });
	}
	const hints = readReceivedCards.hintsOf(counts);
	if (hints.length > 0) {
		context.addExecutionHints?.(
			...hints.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
	return [output];
}

const adviceOnCards =
	'The card is as its sender shared it. With On Error set to Continue, the other cards go on without it';

function readItem(
	parameter: (name: string) => unknown,
	json: IDataObject,
): { readonly value: ReadEvent } | FieldProblem {
	let current = '';
	try {
		return readReceivedCards.read((name) => {
			current = name;
			return parameter(name);
		}, json);
	} catch (error) {
		const said = error instanceof Error ? bounded(error.message, 200) : 'unknown error';
		return {
			field: current,
			problem: `its expression failed (${said}). Correct the expression, e.g. {{ $json.keep }}`,
		};
	}
}

function failureOf({ field, problem }: FieldProblem, advice: string): Failure {
	const described = describeFailure({ gateway: '', happening: 'invalidInput', advice });
	return failureWith({ ...described, message: `${field}: ${problem}` }, asItIs);
}

/** An error item as every operation has it, and what is known of the message that held the card. */
function errorOf(failure: Failure, { provider, about }: Told): IDataObject {
	const { chatId = null, ...more } = about;
	const { error } = errorJson({
		failure,
		kind: 'lookUp',
		provider,
		operation: 'readReceivedCards',
		chatId: typeof chatId === 'string' ? chatId : null,
		contacts: [],
	});
	return { error: { ...(error as IDataObject), ...more } };
}
