/** A made-up n8n around one run of the node, and the gateway it asks: quick, for tests of each part. */
import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
} from 'n8n-workflow';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { run } from '../../nodes/WhatsAppContacts/run/run';

/** A request as the gateway gets it. */
export interface Asked {
	readonly method: string;
	/** Below the account. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
	readonly skipSslCertificateValidation: boolean;
}

/** Its status, its JSON and its headers. */
export type Answered = readonly [status: number, body: unknown, headers?: object];

/** What is an expression of the item. */
type Expression = (json: INodeExecutionData['json'], index: number) => unknown;

export interface Host {
	readonly items?: INodeExecutionData[];
	/** Over a send by the gateway that queues. */
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** Over an account; an error where n8n has none. */
	readonly credential?: object | Error;
	readonly continues?: boolean;
	/** 200 and an id where left out. */
	readonly answer?: (asked: Asked) => Answered | Error | Promise<Answered>;
	/** Over everything that n8n hands to the node. */
	readonly context?: object;
	readonly helpers?: object;
	readonly node?: object;
	readonly executionId?: string;
	readonly runIndex?: number;
}

export const account = {
	apiUrl: 'https://gateway.example',
	instance: 'shop',
	token: 'S3cret-Token',
};

/** The first gateway of a kind. */
function oneThat(is: (provider: Provider) => boolean): keyof typeof providers {
	const ids = Object.keys(providers) as Array<keyof typeof providers>;
	const found = ids.find((id) => is(providers[id]));
	if (found === undefined) throw new Error('no gateway is such');
	return found;
}
const isPaced = ({ rates }: Provider) => rates.perMethod !== undefined;
export const queueing = oneThat((provider) => provider.delivers === 'queues' && !isPaced(provider));
export const writing = oneThat(({ delivers }) => delivers === 'sendsItself');
export const paced = oneThat(isPaced);

export const ana = { phone: '+5511987654321', firstName: 'Ana' };

/** Items that hold nothing. */
export const blank = (count: number): INodeExecutionData[] =>
	Array.from({ length: count }, () => ({ json: {} }));

/** Items that name a chat, and the parameter that reads it. */
export const to = (...chats: string[]) => chats.map((chat) => ({ json: { chat } }));
export const chatId = ({ chat }: IDataObject) => chat;
export const three = to('+79001234501', '+79001234502', '+79001234503');

export const oneByOne = { concurrency: 1, maxRetries: 0 };

/** Whom a send of that gateway's is for. */
export const phoneOf = ({ body }: Asked) => (body as { phone?: string }).phone;

export const said = (hints: object[]) => hints.map((hint) => (hint as { message: string }).message);

export const errorOf = ({ json }: { json: IDataObject }) => json.error as IDataObject;

/** A file within the item, as base64. */
export const fileOf = (text: string, more: Partial<IBinaryData> = {}): IBinaryData => ({
	...{ mimeType: 'text/vcard', fileName: 'contacts.vcf' },
	data: Buffer.from(text, 'latin1').toString('base64'),
	...more,
});

let executions = 0;

/** The context, and what is asked and said in it. */
export function hostOf(host: Host = {}) {
	const { items = blank(1), continues = false, runIndex = 0, answer = () => [200, usual] } = host;
	const executionId = host.executionId ?? `run ${executions++}`;
	const parameters: Readonly<Record<string, unknown>> = {
		provider: queueing,
		operation: 'sendContact',
		chatId: '+79001234567',
		contacts: { contact: [ana] },
		...host.parameters,
	};
	const credential = host.credential ?? {};
	const asked: Asked[] = [];
	const hints: object[] = [];
	const types: string[] = [];
	const fileIn = (item: number, field: string) => {
		const { [field]: file } = items[item]?.binary ?? {};
		if (!file) throw new Error('no such file');
		return file;
	};
	const typed = Object.entries(parameters).map(([name, value]) => [
		name,
		typeof value === 'function' ? '={{ $made.up }}' : value,
	]);
	const context = {
		getInputData: () => items,
		getNode: () => ({
			...{ id: '1', name: 'WhatsApp', type: 'whatsAppContacts', typeVersion: 1, position: [0, 0] },
			parameters: Object.fromEntries(typed) as object,
			...host.node,
		}),
		getNodeParameter(name: string, index: number, fallback: unknown) {
			const value = parameters[name];
			if (typeof value !== 'function') return value === undefined ? fallback : value;
			return (value as Expression)(items[index]?.json ?? {}, index);
		},
		async getCredentials(type: string) {
			types.push(type);
			if (credential instanceof Error) throw credential;
			return await Promise.resolve({ ...account, ...credential });
		},
		continueOnFail: () => continues,
		getExecutionId: () => executionId,
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
		getExecutionCancelSignal: () => undefined,
		addExecutionHints: (...said: object[]) => void hints.push(...said),
		helpers: {
			async httpRequest(options: Omit<Asked, 'path' | 'body'> & { url: string; body?: Buffer }) {
				const { url, body, ...more } = options;
				const request = {
					...more,
					path: url.replace(/^https:\/\/gateway\.example(?:\/instances\/shop\/token\/[^/]*)?/, ''),
					body: body && (JSON.parse(body.toString()) as unknown),
				};
				asked.push(request);
				const answered = await answer(request);
				if (answered instanceof Error) throw answered;
				const [statusCode, json, headers = {}] = answered;
				return { statusCode, headers, body: [Buffer.from(JSON.stringify(json))] };
			},
			assertBinaryData: fileIn,
			getBinaryDataBuffer: async (item: number, field: string) =>
				await Promise.resolve(Buffer.from(fileIn(item, field).data, 'base64')),
			detectBinaryEncoding: () => 'windows-1252',
			...host.helpers,
		},
		...host.context,
	} as unknown as IExecuteFunctions;
	return { context, asked, hints, types };
}

const usual = { messageId: 'M1', zaapId: 'Z1' };

/** Runs the node. */
export async function runOn(host?: Host) {
	const { context, asked, hints } = hostOf(host);
	let items: INodeExecutionData[] = [];
	let error: NodeApiError | undefined;
	try {
		[items = []] = await run(context);
	} catch (caught) {
		error = caught as NodeApiError;
	}
	return { items, error, asked, hints };
}
