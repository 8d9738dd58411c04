/** n8n-core's own context of the editor's lists around the built node: what its server calls. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameters,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import { createCredentialsHelper } from '../../sandbox/engine/credentials';
import type { Kit } from '../gateways';
import { openEngine } from '../node/inEngine';

/** What a browser sends when a list is opened. */
export interface Opened {
	readonly core: string;
	readonly kit: Kit;
	readonly credential: object;
	/** Beside the provider, as evaluated in the browser. */
	readonly parameters?: INodeParameters;
	/** In place of the node's credential. */
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
	/** In place of n8n's own. */
	readonly helpers?: object;
}

export type Ask = (filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** Opens the list of chats; each call of it is a request of the editor's. */
export async function openList(opened: Opened): Promise<Ask> {
	const { core, kit, credential, credentials } = opened;
	// Sets n8n-core up.
	await openEngine(core);
	const here = createRequire(path.join(__dirname, '../../package.json'));
	const parts = here(core) as typeof import('n8n-core');
	const { Workflow } = createRequire(here.resolve(core))(
		'n8n-workflow',
	) as typeof import('n8n-workflow');
	const loader = new parts.PackageDirectoryLoader(path.resolve(__dirname, '../..'));
	await loader.loadAll();
	const nodeType = loader.nodeTypes.whatsAppContacts?.type as INodeType;
	const nodeTypes: unknown = { getByNameAndVersion: () => nodeType, getByName: () => nodeType };
	const parameters = { provider: kit.provider, operation: 'sendContact', ...opened.parameters };
	const { type } = kit.credential;
	const workflow = new Workflow({
		nodes: [
			{
				id: 'uuid-1234',
				name: 'Temp-Node',
				type: 'n8n-nodes-whatsapp-contacts.whatsAppContacts',
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: credentials ?? { [type]: { id: '1', name: 'account' } },
			},
		],
		connections: {},
		active: false,
		nodeTypes: nodeTypes as INodeTypes,
	});
	const additionalData = {
		credentialsHelper: createCredentialsHelper({ account: { type, data: { ...credential } } }),
		currentNodeParameters: parameters,
		variables: {},
	};
	const context: unknown = Reflect.construct(parts.LoadOptionsContext, [
		...[workflow, workflow.getNode('Temp-Node'), additionalData, 'parameters.chatId'],
	]);
	const own = context as ILoadOptionsFunctions;
	if (opened.helpers) Object.assign(own.helpers, opened.helpers);
	const getChats = nodeType.methods?.listSearch?.getChats;
	if (!getChats) throw new Error('The node has no list of chats');
	return (filter, paginationToken) => getChats.call(own, filter, paginationToken);
}

/** What a list shows, without its addresses. */
export function namesOf({ results }: INodeListSearchResult): string[] {
	return results.map(({ name }) => name);
}
