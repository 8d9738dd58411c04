/** The node as n8n sees it: its description, and the door to `run`. */
import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentialTests } from './credentialTest';
import { getContactInfo } from './operations/getContactInfo';
import { sendContact } from './operations/sendContact';
import { chatIdField, shownFor, simplifyField } from './operations/shownFor';
import { credentialName as wahaCredential } from './providers/waha/names';
import { run } from './run/run';

export class WhatsAppContacts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Contacts',
		name: 'whatsAppContacts',
		icon: { light: 'file:whatsAppContacts.svg', dark: 'file:whatsAppContacts.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{$parameter["operation"] === "sendContact" ? "Send Contact" : "Get Contact Info"}}',
		// All that n8n tells a model about the tool, so it holds the shape of the cards.
		description:
			'Send WhatsApp contact cards and look contacts up through GREEN-API, PlugzAPI / Z-API, Evolution API or WAHA. Cards as JSON: [{"fullName": "Ana Silva", "phone": "+5511987654321", "company": "Padaria Central"}]',
		defaults: { name: 'WhatsApp Contacts' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// `hide`, not `show`: with `show` the editor takes `provider` for its own selector of
		// authentication and makes the field disappear.
		credentials: [
			{
				name: 'whatsAppGreenApi',
				required: true,
				testedBy: 'whatsAppGreenApiTest',
				displayOptions: { hide: { provider: ['plugzApi', 'evolutionApi', 'waha'] } },
			},
			{
				name: 'whatsAppPlugzApi',
				required: true,
				testedBy: 'whatsAppPlugzApiTest',
				displayOptions: { hide: { provider: ['greenApi', 'evolutionApi', 'waha'] } },
			},
			{
				name: 'whatsAppEvolutionApi',
				required: true,
				testedBy: 'whatsAppEvolutionApiTest',
				displayOptions: { hide: { provider: ['greenApi', 'plugzApi', 'waha'] } },
			},
			{
				name: wahaCredential,
				required: true,
				testedBy: 'whatsAppWahaTest',
				displayOptions: { hide: { provider: ['greenApi', 'plugzApi', 'evolutionApi'] } },
			},
		],
		properties: [
			{
				displayName: 'Provider',
				name: 'provider',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Evolution API', value: 'evolutionApi' },
					{ name: 'GREEN-API', value: 'greenApi' },
					{ name: 'PlugzAPI / Z-API', value: 'plugzApi' },
					{ name: 'WAHA', value: 'waha' },
				],
				default: 'greenApi',
				description: 'The WhatsApp gateway that you have an account with, or a server of',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Get Contact Info',
						value: 'getContactInfo',
						description: 'Look up what the gateway knows of a phone number',
						action: 'Get contact info',
					},
					{
						name: 'Send Contact',
						value: 'sendContact',
						description: 'Send contact cards to a person or group',
						action: 'Send contact',
					},
				],
				default: 'sendContact',
			},
			chatIdField,
			...shownFor('sendContact', sendContact.fields),
			simplifyField,
			...shownFor('getContactInfo', getContactInfo.fields),
		],
	};

	methods = { credentialTest: credentialTests };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}
