/** Turns read items into jobs for the delivery, each with its place in the memory. */
import { randomUUID } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Breath } from '../delivery/clock';
import type { Job, Note, Said } from '../delivery/job';
import { Memory } from '../delivery/memory';
import type { Reading } from './items';
import type { Sent } from './output';
import type { Setup } from './setup';

export type SendJob = Job<unknown, unknown, Sent>;

/** What became of each message, as long as n8n holds its input item. */
const memory = new Memory<Note<unknown, Sent>>();

/** Keys of sends are unlike those of every other n8n that uses the same instance. */
const ours = randomUUID();

/** One job for each valid item, in order. */
export async function toJobs(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	readings: readonly Reading[],
	setup: Setup,
	breath: Breath,
): Promise<SendJob[]> {
	const { operation, provider } = setup;
	const { holderOf, run } = memoryPlace(context);
	const hasKeys = keyHeaderOf(setup) !== undefined;
	const jobs: SendJob[] = [];
	for (const [index, reading] of readings.entries()) {
		await breath.take();
		const item = items[index];
		if ('invalid' in reading || !item) continue;
		const { command, settings } = reading;
		const { maxRetries, resend, timeoutMs, pauseMs, simplify } = settings;
		jobs.push({
			command,
			lane: provider.spellChatId(operation.about(command).chatId),
			rule: { kind: operation.kind, maxRetries, resend },
			timeoutMs,
			pauseMs,
			notes: memory.notes(holderOf(item), `${run}|${index}`),
			...(hasKeys && { key: `${ours}-${memory.name(holderOf(item), `${run}|${index}`)}` }),
			present: simplify
				? (part, done, step) => simplified(setup, part, done, step)
				: (part, _done, step, body) => ({ ...said(setup, part, step), json: rawJson(body()) }),
		});
	}
	return jobs;
}

/** The header for keys, where this run's sends have keys. */
export function keyHeaderOf({ credential, operation, provider }: Setup): string | undefined {
	const { sendKeys } = provider;
	return operation.kind === 'send' && sendKeys?.isOn(credential) ? sendKeys.header : undefined;
}

/**
 * Where outcomes are kept: n8n hands every try of a node the identical item objects and run index.
 * As an agent's tool a try may get new ones around the same `json`.
 */
function memoryPlace(context: IExecuteFunctions) {
	const { name, type } = context.getNode();
	const execution = `${context.getExecutionId()}|${name}`;
	// n8n before 2.x cannot say it, but names the tool's type after the node's.
	const isTool = context.isToolExecution?.() ?? type.endsWith('Tool');
	return isTool
		? { holderOf: (item: INodeExecutionData): object => item.json, run: execution }
		: {
				holderOf: (item: INodeExecutionData): object => item,
				run: `${execution}|${String(context.getWorkflowDataProxy(0).$runIndex)}`,
			};
}

function simplified(setup: Setup, command: unknown, done: unknown, step: Said): Sent {
	const { operation, operationId, provider, providerId } = setup;
	const about = said(setup, command, step);
	const own = operation.present(command, done, { provider, omits: about.omits });
	return { ...about, json: { provider: providerId, operation: operationId, ...own } };
}

/** What the hints say of a message, whether its item is simplified or not. */
function said({ operation }: Setup, command: unknown, step: Said): Omit<Sent, 'json'> {
	const omits = [...new Set([...operation.omitted(command), ...(step.omits ?? [])])].sort();
	return { omits, hints: [...(step.hints ?? []), ...(operation.hints ?? [])] };
}

/** The main answer as an item; a list has to stand under a key. */
function rawJson(body: unknown): IDataObject {
	if (Array.isArray(body)) return { items: body };
	return typeof body === 'object' ? { ...body } : {};
}
