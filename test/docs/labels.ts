/** The names that people see on the screen: this package's, and n8n's own as far as guides need. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { WhatsAppContacts } from '../../nodes/WhatsAppContacts/WhatsAppContacts.node';

interface Labelled {
	readonly displayName?: string;
	readonly name?: string;
	readonly action?: string;
	readonly placeholder?: string;
	readonly typeOptions?: { readonly multipleValueButtonText?: string };
	readonly options?: readonly Labelled[];
	readonly modes?: ReadonlyArray<{ readonly displayName: string; readonly placeholder?: string }>;
	readonly values?: readonly Labelled[];
}

/** Every name in a field and in what is inside of it. */
function labelsOf(field: Labelled): string[] {
	const { displayName, name, action, placeholder, typeOptions } = field;
	// An option's name is shown, a field's is not.
	const own = [displayName ?? name, action, placeholder, typeOptions?.multipleValueButtonText];
	const { options = [], modes = [], values = [] } = field;
	const inner = [...options, ...values].flatMap(labelsOf);
	const ofModes = modes.flatMap((mode) => [mode.displayName, mode.placeholder]);
	return [...[...own, ...ofModes].filter((label) => label !== undefined), ...inner];
}

const shown = ({ type }: INodeProperties) => type !== 'notice' && type !== 'hidden';

/** The names of fields alone, without their choices. */
function fieldLabelsOf(field: INodeProperties): string[] {
	const { options = [], type, displayName } = field;
	if (type === 'collection') return [displayName, ...fieldsIn(options as INodeProperties[])];
	if (type !== 'fixedCollection') return [displayName];
	const groups = options as ReadonlyArray<{ readonly values: readonly INodeProperties[] }>;
	return [displayName, ...groups.flatMap(({ values }) => fieldsIn(values))];
}

const fieldsIn = (fields: readonly INodeProperties[]) =>
	fields.filter(shown).flatMap(fieldLabelsOf);

const folder = path.resolve(__dirname, '../../credentials');

async function loadCredentials(): Promise<ICredentialType[]> {
	const files = readdirSync(folder).filter((file) => file.endsWith('.credentials.ts'));
	const modules = await Promise.all(
		files.map(async (file) => (await import(path.join(folder, file))) as object),
	);
	return modules.map((module) => {
		const [Type] = Object.values(module) as Array<new () => ICredentialType>;
		if (!Type) throw new Error('a credential file exports no class');
		return new Type();
	});
}

/** What the node and its credentials show. */
export async function loadLabels() {
	const credentials = await loadCredentials();
	const { displayName, properties } = new WhatsAppContacts().description;
	const fields = [...properties, ...credentials.flatMap((type) => type.properties)];
	return {
		/** All of it: fields, choices, actions, buttons. */
		all: new Set([
			displayName,
			...credentials.map((type) => type.displayName),
			...fields.flatMap(labelsOf),
		]),
		/** The fields that a person fills in. */
		fields: [...new Set(fieldsIn(fields))],
		credentials: credentials.map((type) => ({
			name: type.name,
			displayName: type.displayName,
			fields: fieldsIn(type.properties),
		})),
	};
}

/** Names in n8n's own editor, as of 2.41; nothing here can check them. */
export const n8nLabels: ReadonlySet<string> = new Set([
	'Allowed HTTP Request Domains',
	'Authentication',
	'Body Content Type',
	'Community nodes',
	'Connection tested successfully',
	'Continue',
	'Continue (using error output)',
	'Couldn’t connect with these settings',
	'Create new credential',
	'Credential Type',
	'Crypto',
	'Destination Output Field',
	'Execute Once',
	'Execute step',
	'Extract From Text File',
	'Extract from File',
	'HTTP Method',
	'HTTP Request',
	'Header Auth',
	'I understand the risks of installing unverified code from a public source.',
	'IF',
	'Immediately',
	'Install',
	'Install a community node',
	'JSON',
	'JWT Auth',
	'Method',
	'On Error',
	'Predefined Credential Type',
	'Raw Body',
	'Remove Duplicates',
	'Respond',
	'Retry',
	'Retry On Fail',
	'Save',
	'Send Body',
	'Settings',
	'Specify Body',
	'Stop Workflow',
	'Switch',
	'Trigger manually',
	'URL',
	'Using JSON',
	'Webhook',
	'npm Package Name',
]);

/** Names on the gateways' own pages. */
export const gatewayLabels: ReadonlySet<string> = new Set(['Security']);
