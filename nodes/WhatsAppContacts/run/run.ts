/**
 * One run of the node: parameters in, items out. Here n8n's context meets the rooms that do not
 * know it; everything of weight happens in them.
 */
import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';
import { Breath } from '../delivery/clock';
import { deliver } from '../delivery/deliver';
import type { Delivered } from '../delivery/job';
import type { FieldProblem } from '../domain/reading';
import { bounded } from '../domain/texts';
import { errorJson, toNodeError } from '../nodeError';
import { isOperationId, operations } from '../operations';
import { accountOf, hintsOf } from './summary';
import { deliveryFor, lessons } from './lasting';
import { clock } from './realClock';
import { invalidInput, type Reading, readItems } from './items';
import { factsOf, type ItemVerdicts, type Sent, stopError, tally, toItems } from './output';
import { keyHeaderOf, type SendJob, toJobs } from './jobs';
import { runReadReceivedCards } from './receivedCards';
import { readSetup, type Setup } from './setup';
import { openWayOut } from './wayOut';

/** With a pause nothing else is in flight. */
const ONE = { first: 1, most: 1 };

/** A hint names twenty things at most; they are short, but typed by a person. */
const MAX_HINT = 2000;

/** Carries out the node's operation on all input items. */
export async function run(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	if (context.getNodeParameter('operation', 0, null) === 'readReceivedCards') {
		return await runReadReceivedCards(context, items);
	}
	const setup = await readSetup(context);
	if ('problem' in setup) return refuseAll(context, items, setup);
	// Each stage of ten thousand items is short, all of them in one turn would not be.
	const breath = new Breath(clock);
	const readings = await readItems(context, items, setup.value, breath);
	if (!context.continueOnFail()) refuseOnInvalid(context, readings, setup.value);
	const carried = await carryOut(context, items, readings, setup.value, breath);
	await breath.take();
	return told(context, carried, setup.value);
}

/** What is said of what was done: a mistake here must not hide that it was done. */
function told(
	context: IExecuteFunctions,
	{ verdicts, hints }: Carried,
	setup: Setup,
): INodeExecutionData[][] {
	let output: INodeExecutionData[][];
	let error: Error | undefined;
	try {
		error = context.continueOnFail() ? undefined : stopError(context.getNode(), verdicts, setup);
		output = [error ? [] : toItems(verdicts, setup)];
	} catch {
		throw ownMistake(
			context,
			setup.operation.kind === 'send' ? accountOf(tally(verdicts, setup)) : '',
		);
	}
	if (error) throw error;
	if (hints.length > 0) {
		context.addExecutionHints?.(
			...hints.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
	return output;
}

/** Of a mistake of our own only the place is told: its text may hold anything. */
function ownMistake(context: IExecuteFunctions, account: string): NodeOperationError {
	const report = 'Please report it with the version of the package';
	return new NodeOperationError(context.getNode(), 'The node made a mistake', {
		description: account === '' ? report : `${account}. ${report}`,
	});
}

/** Nothing can be done for any item: the run stops, or every item is an error item. */
function refuseAll(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	problem: FieldProblem,
): INodeExecutionData[][] {
	const failure = invalidInput(problem);
	const named = (name: string) => {
		const value = context.getNodeParameter(name, 0, '');
		return typeof value === 'object' ? '' : String(value).slice(0, 60);
	};
	const operation = named('operation');
	const kind = isOperationId(operation) ? operations[operation].kind : 'send';
	if (!context.continueOnFail()) {
		const account = kind === 'send' ? nothingSent(items.length) : '';
		throw toNodeError(context.getNode(), failure, 0, account);
	}
	const json = (): IDataObject =>
		errorJson({
			failure,
			kind,
			provider: named('provider'),
			operation,
			chatId: null,
			contacts: [],
		});
	return [items.map((_, item) => ({ json: json(), pairedItem: { item } }))];
}

function nothingSent(items: number): string {
	return accountOf({
		accepted: [],
		inDoubt: [],
		notStarted: Array.from({ length: items }, (_, item) => item),
	});
}

/** With On Error: Stop, one invalid item means that nothing is sent. */
function refuseOnInvalid(
	context: IExecuteFunctions,
	readings: readonly Reading[],
	setup: Setup,
): void {
	const index = readings.findIndex((reading) => 'invalid' in reading);
	const reading = readings[index];
	if (!reading || !('invalid' in reading)) return;
	const valid = readings.flatMap((each, item) => ('invalid' in each ? [] : [item]));
	const account =
		setup.operation.kind === 'send'
			? accountOf({ accepted: [], inDoubt: [], notStarted: valid })
			: '';
	throw toNodeError(context.getNode(), reading.invalid, index, account);
}

interface Carried {
	readonly verdicts: ItemVerdicts[];
	readonly hints: string[];
}

async function carryOut(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	readings: readonly Reading[],
	setup: Setup,
	breath: Breath,
): Promise<Carried> {
	let delivered: Delivered<unknown, Sent>;
	let hasPause: boolean;
	try {
		const jobs = await toJobs(context, items, readings, setup, breath);
		hasPause = jobs.some(({ pauseMs }) => pauseMs > 0);
		delivered = await sendAll(context, jobs, setup, hasPause);
	} catch {
		throw ownMistake(context, '');
	}
	const carried = delivered.verdicts.values();
	const verdicts = readings.map((reading): ItemVerdicts =>
		'invalid' in reading
			? [{ failed: reading.invalid, command: undefined }]
			: (carried.next().value ?? []),
	);
	const suspiciousPhones = readings.flatMap((reading) =>
		'invalid' in reading ? [] : reading.suspiciousPhones,
	);
	const skippedCards = readings.reduce(
		(count, reading) => count + ('invalid' in reading ? 0 : (reading.skippedCount ?? 0)),
		0,
	);
	await breath.take();
	const run = { skippedCards, suspiciousPhones, hasPause, splitHints: delivered.hints };
	return { verdicts, hints: hintsAfter(verdicts, setup, run) };
}

/** A hint that cannot be said is no reason to hide what was done. */
function hintsAfter(
	verdicts: readonly ItemVerdicts[],
	setup: Setup,
	run: Parameters<typeof factsOf>[2],
): string[] {
	try {
		return hintsOf(factsOf(verdicts, setup, run)).map((hint) =>
			bounded(setup.redact(hint), MAX_HINT),
		);
	} catch {
		return [];
	}
}

async function sendAll(
	context: IExecuteFunctions,
	jobs: readonly SendJob[],
	setup: Setup,
	hasPause: boolean,
): Promise<Delivered<unknown, Sent>> {
	const { credential, operation, provider, redact } = setup;
	const call = operation.call(provider);
	const { batch } = call;
	const keyHeader = keyHeaderOf(setup);
	const wayOut = openWayOut(context, provider.ignoresSslIssues(credential));
	try {
		return await deliver(jobs, {
			...deliveryFor(provider, credential, { redact, send: wayOut.send }),
			concurrency: hasPause ? ONE : setup.concurrency,
			stopOnFailure: !context.continueOnFail(),
			cancel: context.getExecutionCancelSignal() ?? new AbortController().signal,
			ask: (command) => call.ask(command, credential, lessons),
			...(operation.same && { same: (command: unknown) => operation.same?.(command) ?? '' }),
			...(keyHeader !== undefined && { keyHeader }),
			...(batch && {
				batch: {
					most: batch.most,
					least: batch.least ?? 1,
					key: (command) => batch.key(command, credential, lessons),
					ask: (commands) => batch.ask(commands, credential, lessons),
				},
			}),
		});
	} finally {
		await wayOut.close();
	}
}
