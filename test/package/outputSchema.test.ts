/** The columns that the editor shows before the first run are those of real items. */
import { loadOutputSchema } from 'n8n-core';
import path from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox';
import { providerKits } from '../gateways';
import { type NodeResult, runNode } from '../node/inEngine';

const nodeDir = path.resolve(__dirname, '../../dist/nodes/WhatsAppContacts');

interface Schema {
	readonly type?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
}

function schemaOf(operation: string): Schema {
	return loadOutputSchema({ nodeDir, version: 1, operation }) as Schema;
}

/** `null` fits every type: it means that the provider does not say. */
function fits(value: unknown, schema: Schema): boolean {
	if (value === null) return true;
	if (Array.isArray(value)) {
		return schema.type === 'array' && value.every((each) => fits(each, schema.items ?? {}));
	}
	if (typeof value === 'object') {
		const properties = schema.properties ?? {};
		return (
			Object.keys(value).join() === Object.keys(properties).join() &&
			Object.entries(value).every(([key, inner]) => fits(inner, properties[key] ?? {}))
		);
	}
	if (schema.type === 'integer') return Number.isInteger(value);
	return typeof value === schema.type;
}

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const sendCard = {
	operation: 'sendContact',
	chatId: '5511987654321',
	contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] },
};
const lookUp = {
	operation: 'getContactInfo',
	chatId: '71234567890',
	options: { extraDetails: ['registration'] },
};

const check = { operation: 'checkNumber', chatId: '71234567890' };

describe.each([sendCard, lookUp, check])('The schema of $operation', (parameters) => {
	it('has the keys and types of real items, in their order', async () => {
		const { credentials } = sandbox;
		const runs: NodeResult[] = await Promise.all(
			providerKits.map(({ provider, accounts: [account] }) =>
				runNode({ provider, credential: credentials[account], parameters }),
			),
		);
		const items = runs.flatMap((run) => run.items.map(({ json }) => json));
		expect(items).toHaveLength(providerKits.length);
		for (const json of items) {
			const properties = schemaOf(parameters.operation).properties ?? {};
			expect(Object.keys(json)).toEqual(Object.keys(properties));
			expect(
				Object.entries(json).filter(([key, value]) => !fits(value, properties[key] ?? {})),
			).toEqual([]);
		}
	});
});

it('The schema of readReceivedCards has the keys and types of real items, in their order', async () => {
	const vcard = 'BEGIN:VCARD\nFN:Ana\nTEL;waid=5511987654321:+55 11 98765-4321\nEND:VCARD';
	const { items } = await runNode({
		provider: 'greenApi',
		credential: {},
		parameters: { operation: 'readReceivedCards' },
		items: [
			{
				typeWebhook: 'incomingMessageReceived',
				messageData: { typeMessage: 'contactMessage', contactMessageData: { vcard } },
			},
		],
	});
	const properties = schemaOf('readReceivedCards').properties ?? {};
	expect(items).toHaveLength(1);
	for (const { json } of items) {
		expect(Object.keys(json)).toEqual(Object.keys(properties));
		expect(
			Object.entries(json).filter(([key, value]) => !fits(value, properties[key] ?? {})),
		).toEqual([]);
	}
});
