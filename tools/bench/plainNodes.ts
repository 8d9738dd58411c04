/**
 * Two nodes of the benchmark's own: what most community nodes do (n8n's `httpRequest`, one item
 * after the other), and ours without the host's outbound policy, as in n8n 1.x.
 */
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { bodyFor, checkRequestFor, requestFor } from './requests';
import type { Form } from './types';

export const httpRequestInOrder: INodeType = {
	description: {
		displayName: 'Plain',
		name: 'httpRequestInOrder',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Plain' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'account', required: true }],
		properties: ['form', 'chatId', 'name', 'phone'].map((name) => ({
			displayName: name,
			name,
			type: 'string',
			default: '',
		})),
	},
	async execute(this: IExecuteFunctions) {
		const { apiUrl, instance, token } = await this.getCredentials('account');
		const account = { apiUrl: String(apiUrl), instance: String(instance), token: String(token) };
		const out: INodeExecutionData[] = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const form = this.getNodeParameter('form', item) as Form;
			const [chat, name, phone] = ['chatId', 'name', 'phone'].map((parameter) =>
				String(this.getNodeParameter(parameter, item)),
			);
			const json = (await this.helpers.httpRequest({
				...requestFor(form, account),
				method: 'POST',
				body: bodyFor(form, { chat: chat ?? '', name: name ?? '', phone: phone ?? '' }),
				json: true,
			})) as IDataObject;
			out.push({ json, pairedItem: { item } });
		}
		return [out];
	},
};

/** The same for numbers, one request each: what a workflow's author would build. */
export const checkInOrder: INodeType = {
	...httpRequestInOrder,
	async execute(this: IExecuteFunctions) {
		const { apiUrl, instance, token } = await this.getCredentials('account');
		const account = { apiUrl: String(apiUrl), instance: String(instance), token: String(token) };
		const out: INodeExecutionData[] = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const numbers = [String(this.getNodeParameter('chatId', item))];
			const rows = (await this.helpers.httpRequest({
				...checkRequestFor(account),
				method: 'POST',
				body: { numbers },
				json: true,
			})) as IDataObject[];
			out.push({ json: rows[0] ?? {}, pairedItem: { item } });
		}
		return [out];
	},
};

/** The floor under every node that takes its cards from expressions: what n8n asks for them. */
export const parametersAlone: INodeType = {
	...httpRequestInOrder,
	async execute(this: IExecuteFunctions) {
		return [
			this.getInputData().map((_, item) => {
				const [chat, name, phone] = ['chatId', 'name', 'phone'].map((parameter) =>
					this.getNodeParameter(parameter, item),
				);
				return { json: { chat, name, phone }, pairedItem: { item } };
			}),
		];
	},
};

/** The same node where the host keeps its policy to itself. */
export function overHelper(node: INodeType): INodeType {
	return Object.assign(Object.create(node) as INodeType, {
		async execute(this: IExecuteFunctions) {
			const helpers = { ...this.helpers, getSecureEgressFilter: undefined };
			const context = Object.create(this, { helpers: { value: helpers } }) as IExecuteFunctions;
			return (await node.execute?.call(context)) ?? null;
		},
	});
}
