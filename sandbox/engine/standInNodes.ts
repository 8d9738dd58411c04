/**
 * The few of n8n's own nodes that examples and tests need, in place of n8n-nodes-base and its
 * hundreds of dependencies.
 */
import { createHmac } from 'node:crypto';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

function describe(name: string, extra: Partial<INodeTypeDescription> = {}): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: [1, 2, 3, 3.4],
		description: '',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
		...extra,
	};
}

/** Starts a workflow with one empty item; examples pin their data to it. */
const manualTrigger: INodeType = {
	description: describe('manualTrigger', { group: ['trigger'], inputs: [] }),
	async execute() {
		return [[{ json: {} }]];
	},
};

/** Passes items on: a place to collect what an output carried. */
const noOp: INodeType = {
	description: describe('noOp'),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};

/** Set in its JSON mode: replaces each item by the evaluated text. */
const set: INodeType = {
	description: describe('set', {
		properties: [
			{ displayName: 'Mode', name: 'mode', type: 'string', default: 'raw' },
			{ displayName: 'JSON', name: 'jsonOutput', type: 'json', default: '{}' },
		],
	}),
	async execute(this: IExecuteFunctions) {
		return [
			this.getInputData().map((_, item) => {
				const json: unknown = this.getNodeParameter('jsonOutput', item);
				const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
				return { json: value as IDataObject, pairedItem: { item } };
			}),
		];
	},
};

/** Code in JavaScript, once for all items: what examples shape their items with. */
const code: INodeType = {
	description: describe('code', {
		properties: [{ displayName: 'Code', name: 'jsCode', type: 'string', default: '' }],
	}),
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		const input = { all: () => items, first: () => items[0] };
		const text = String(this.getNodeParameter('jsCode', 0));
		const run = new Function('$input', text) as (given: typeof input) => INodeExecutionData[];
		const made = run(input);
		return [made.map((item, index) => ({ pairedItem: { item: index }, ...item }))];
	},
};

/** If, with the one condition that a value is true: two outputs. */
const ifNode: INodeType = {
	description: describe('if', {
		version: [2.2],
		outputs: ['main', 'main'],
		properties: [{ displayName: 'Conditions', name: 'conditions', type: 'json', default: {} }],
	}),
	async execute(this: IExecuteFunctions) {
		const outputs: INodeExecutionData[][] = [[], []];
		for (const [item, data] of this.getInputData().entries()) {
			const given = this.getNodeParameter('conditions', item) as {
				readonly conditions: ReadonlyArray<{ readonly leftValue: unknown }>;
			};
			const isTrue = given.conditions.every(({ leftValue }) => leftValue === true);
			outputs[isTrue ? 0 : 1]?.push({ ...data, pairedItem: { item } });
		}
		return outputs;
	},
};

/** Crypto's HMAC of a file, as signed webhooks need it. */
const crypto: INodeType = {
	description: describe('crypto', {
		properties: [
			...['action', 'type', 'binaryPropertyName', 'dataPropertyName', 'secret', 'encoding'].map(
				(name) => ({ displayName: name, name, type: 'string' as const, default: '' }),
			),
			{ displayName: 'Binary File', name: 'binaryData', type: 'boolean', default: false },
		],
	}),
	async execute(this: IExecuteFunctions) {
		const read = (name: string, item: number) => String(this.getNodeParameter(name, item));
		const made = this.getInputData().map(({ json }, item) => {
			if (read('action', item) !== 'hmac' || !this.getNodeParameter('binaryData', item)) {
				throw new Error('This runner has no other Crypto than the HMAC of a file');
			}
			const file = this.helpers.assertBinaryData(item, read('binaryPropertyName', item));
			const hmac = createHmac(read('type', item), read('secret', item));
			const digest = hmac.update(Buffer.from(file.data, 'base64'));
			const value = digest.digest(read('encoding', item) as 'base64' | 'hex');
			return {
				json: { ...json, [read('dataPropertyName', item)]: value },
				pairedItem: { item },
			};
		});
		return [made];
	},
};

/** A note on the canvas; it never runs. */
const stickyNote: INodeType = { description: describe('stickyNote', { inputs: [], outputs: [] }) };

/** Nodes that read from outside: an example pins what they would have read. */
const pinnedOnly = (name: string): INodeType => ({
	description: describe(name),
	async execute() {
		throw new Error(`This runner has no ${name}: pin data to the node`);
	},
});

/** By their names in n8n. */
export function standInNodes(): Map<string, INodeType> {
	return new Map(
		Object.entries({
			manualTrigger,
			noOp,
			set,
			code,
			if: ifNode,
			crypto,
			stickyNote,
			webhook: pinnedOnly('webhook'),
			readWriteFile: pinnedOnly('readWriteFile'),
			extractFromFile: pinnedOnly('extractFromFile'),
		}).map(([name, node]) => [`n8n-nodes-base.${name}`, node]),
	);
}
