/** Reads every input item before the first request, so that a bad one stops nothing half-way. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Breath } from '../delivery/clock';
import { describeFailure, failureWith } from '../domain/explain';
import type { Failure } from '../domain/failure';
import type { FieldProblem } from '../domain/reading';
import { bounded } from '../domain/texts';
import type { ReadItem, ReadParameter } from '../operations/operation';
import { readFile } from './files';
import { parametersOf } from './parameters';
import type { Setup } from './setup';

/** A checked item, or why it is none. */
export type Reading = ReadItem<unknown> | { readonly invalid: Failure };

/** An INVALID_INPUT in its fixed form: `<field>: <what is wrong>. <what to write>`. */
export function invalidInput({ field, problem }: FieldProblem): Failure {
	return {
		...describeFailure({ gateway: '', happening: 'invalidInput' }),
		message: `${field}: ${problem}`,
	};
}

/** Reads all items, in order. */
export async function readItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	setup: Setup,
	breath: Breath,
): Promise<Reading[]> {
	const parameters = parametersOf(context, items);
	const readings: Reading[] = [];
	for (let index = 0; index < items.length; index++) {
		await breath.take();
		readings.push(await readItem(context, (name) => parameters(name, index), index, setup));
	}
	return readings;
}

async function readItem(
	context: IExecuteFunctions,
	parameter: ReadParameter,
	index: number,
	setup: Setup,
): Promise<Reading> {
	const { operation, provider } = setup;
	// What a person typed may hold a secret that was pasted into the wrong field.
	const invalid = (problem: FieldProblem) => ({
		invalid: failureWith(invalidInput(problem), setup.redact),
	});
	let current = '';
	try {
		const named = (name: string) => {
			current = name;
			return parameter(name);
		};
		const field = operation.fileParameter?.(named);
		const file = field === undefined ? undefined : await readFile(context, index, named(field));
		const read = operation.read(named, provider, file);
		if ('problem' in read) return invalid(read);
		const problem = operation.call(provider).problem?.(read.value.command);
		return problem ? invalid(problem) : read.value;
	} catch (error) {
		const said = error instanceof Error ? bounded(error.message, 200) : 'unknown error';
		return invalid({
			field: current,
			problem: `its expression failed (${said}). Correct the expression, e.g. {{ $json.phone }}`,
		});
	}
}
