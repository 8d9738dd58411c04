/**
 * One run of the node: parameters in, items out. Here n8n's context meets the rooms that do not
 * know it; everything of weight happens in them.
 */
import { createHash } from 'crypto';
import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';
import { Breath } from '../delivery/clock';
import { deliver } from '../delivery/deliver';
import type { Delivered } from '../delivery/job';
import { createLessons } from '../delivery/lessons';
import { Pace } from '../delivery/pace';
import { Pauses } from '../delivery/pauses';
import type { Failure } from '../domain/failure';
import type { FieldProblem } from '../domain/reading';
import { errorJson, toNodeError } from '../nodeError';
import { isOperationId, operations } from '../operations';
import { accountOf, hintsOf } from '../operations/account';
import type { Credential, Provider } from '../providers';
import { clock } from './clock';
import { invalidInput, type Reading, readItems } from './items';
import { factsOf, type ItemVerdicts, type Sent, stopError, toItems } from './output';
import { keyHeaderOf, type SendJob, toJobs } from './jobs';
import { readSetup, type Setup } from './setup';
import { openWayOut } from './wayOut';

/** What lives as long as the process: pace and pauses, and what servers taught. */
const pace = new Pace(clock);
const pauses = new Pauses(clock);
const lessons = createLessons(clock);

/** With a pause nothing else is in flight. */
const ONE = { first: 1, most: 1 };

/** Carries out the node's operation on all input items. */
export async function run(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const setup = await readSetup(context);
	if ('problem' in setup) return refuseAll(context, items, setup);
	// Each stage of ten thousand items is short, all of them in one turn would not be.
	const breath = new Breath(clock);
	const readings = await readItems(context, items, setup.value, breath);
	if (!context.continueOnFail()) refuseOnInvalid(context, readings, setup.value);
	const carried = await carryOutSafely(context, items, readings, setup.value, breath);
	const { verdicts, hints } = carried;
	await breath.take();
	if (!context.continueOnFail()) {
		const error = stopError(context.getNode(), verdicts, setup.value);
		if (error) throw error;
	}
	if (hints.length > 0) {
		context.addExecutionHints?.(
			...hints.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
	await breath.take();
	return [toItems(verdicts, setup.value)];
}

/** Nothing can be done for any item: the run stops, or every item is an error item. */
function refuseAll(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	problem: FieldProblem,
): INodeExecutionData[][] {
	const failure = invalidInput('WhatsApp Contacts', problem);
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
	throw toNodeError(context.getNode(), redacted(reading.invalid, setup), index, account);
}

/** What a person typed may hold a secret that was pasted into the wrong field. */
function redacted(failure: Failure, { redact }: Setup): Failure {
	return { ...failure, message: redact(failure.message) };
}

/** A mistake of our own is an error too, and n8n stores its text. */
async function carryOutSafely(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	readings: readonly Reading[],
	setup: Setup,
	breath: Breath,
): Promise<{ verdicts: ItemVerdicts[]; hints: string[] }> {
	try {
		return await carryOut(context, items, readings, setup, breath);
	} catch (error) {
		const text = error instanceof Error ? error.message : String(error);
		throw new NodeOperationError(
			context.getNode(),
			`The node made a mistake: ${setup.redact(text).slice(0, 300)}`,
			{ description: 'Please report it with the version of the package' },
		);
	}
}

async function carryOut(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	readings: readonly Reading[],
	setup: Setup,
	breath: Breath,
): Promise<{ verdicts: ItemVerdicts[]; hints: string[] }> {
	const jobs = await toJobs(context, items, readings, setup, breath);
	const hasPause = jobs.some(({ pauseMs }) => pauseMs > 0);
	const delivered = await sendAll(context, jobs, setup, hasPause);
	const carried = delivered.verdicts.values();
	const verdicts = readings.map((reading): ItemVerdicts =>
		'invalid' in reading
			? [{ failed: redacted(reading.invalid, setup), command: undefined }]
			: (carried.next().value ?? []),
	);
	const suspiciousPhones = readings.flatMap((reading) =>
		'invalid' in reading ? [] : reading.suspiciousPhones,
	);
	const skippedCards = readings.reduce(
		(count, reading) => count + ('invalid' in reading ? 0 : (reading.skippedCount ?? 0)),
		0,
	);
	const { hints: splitHints } = delivered;
	await breath.take();
	const facts = factsOf(verdicts, setup, { skippedCards, suspiciousPhones, hasPause, splitHints });
	return { verdicts, hints: hintsOf(facts).map(setup.redact) };
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
			gateway: {
				displayName: provider.displayName,
				apiUrl: credential.apiUrl,
				sign: (request) => provider.sign(request, credential),
				redact,
				send: wayOut.send,
			},
			instance: `${credential.apiUrl} ${credential.instance}`,
			account: accountKey(provider, credential),
			rates: provider.rates,
			concurrency: hasPause ? ONE : setup.concurrency,
			stopOnFailure: !context.continueOnFail(),
			pace,
			pauses,
			clock,
			cancel: context.getExecutionCancelSignal() ?? new AbortController().signal,
			ask: (command) => call.ask(command, credential, lessons),
			...(keyHeader !== undefined && { keyHeader }),
			...(batch && {
				batch: {
					most: batch.most,
					key: (command) => batch.key(command, credential, lessons),
					ask: (commands) => batch.ask(commands, credential, lessons),
				},
			}),
		});
	} finally {
		await wayOut.close();
	}
}

/** A digest, because it stays in memory after the run. */
function accountKey(provider: Provider, credential: Credential): string {
	const { apiUrl, instance } = credential;
	const known = JSON.stringify([apiUrl, instance, ...provider.secretsOf(credential)]);
	return createHash('sha256').update(known).digest('base64');
}
