/** The node as n8n sees it: its description, and the door to `run`. */
import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentialTests } from './credentialTest';
import { getChats } from './lists/getChats';
import { checkNumber } from './operations/checkNumber';
import { getContactInfo } from './operations/getContactInfo';
import { readReceivedCards } from './operations/readReceivedCards';
import { sendContact } from './operations/sendContact';
import { chatIdField, simplifyField } from './operations/sharedFields';
import {
	hiddenForOthers,
	hiddenWithoutGateway,
	providerOptions,
	shownFor,
} from './operations/shownWhere';
import { run } from './run/run';

export class WhatsAppContacts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Contacts',
		name: 'whatsAppContacts',
		icon: { light: 'file:whatsAppContacts.svg', dark: 'file:whatsAppContacts.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{({ checkNumber: "Check Number", getContactInfo: "Get Contact Info", readReceivedCards: "Read Received Cards", sendContact: "Send Contact" })[$parameter["operation"]]}}',
		// All that n8n tells a model about the tool (a replacement for tools does not reach it in n8n
		// 1.123 and 2.41), so it holds the shape of the cards.
		description:
			'Send WhatsApp contact cards, look contacts up, check which numbers are on WhatsApp, and read cards that were received. Cards as JSON: [{"fullName": "Ana Silva", "phone": "+5511987654321", "company": "Padaria Central"}]',
		defaults: { name: 'WhatsApp Contacts' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'whatsAppGreenApi',
				required: true,
				testedBy: 'whatsAppGreenApiTest',
				displayOptions: hiddenForOthers('whatsAppGreenApi'),
			},
			{
				name: 'whatsAppPlugzApi',
				required: true,
				testedBy: 'whatsAppPlugzApiTest',
				displayOptions: hiddenForOthers('whatsAppPlugzApi'),
			},
			{
				name: 'whatsAppEvolutionApi',
				required: true,
				testedBy: 'whatsAppEvolutionApiTest',
				displayOptions: hiddenForOthers('whatsAppEvolutionApi'),
			},
			{
				name: 'whatsAppWahaApi',
				required: true,
				testedBy: 'whatsAppWahaApiTest',
				displayOptions: hiddenForOthers('whatsAppWahaApi'),
			},
			{
				name: 'whatsAppOpenWaApi',
				required: true,
				testedBy: 'whatsAppOpenWaApiTest',
				displayOptions: hiddenForOthers('whatsAppOpenWaApi'),
			},
			{
				name: 'whatsAppGowaApi',
				required: true,
				testedBy: 'whatsAppGowaApiTest',
				displayOptions: hiddenForOthers('whatsAppGowaApi'),
			},
		],
		properties: [
			{
				displayName: 'Provider',
				name: 'provider',
				type: 'options',
				noDataExpression: true,
				options: providerOptions,
				default: 'greenApi',
				displayOptions: { hide: hiddenWithoutGateway },
				description: 'The WhatsApp gateway that you have an account with, or a server of',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Check Number',
						value: 'checkNumber',
						description: 'Find out whether a phone number is on WhatsApp, and under which number',
						action: 'Check number',
					},
					{
						name: 'Get Contact Info',
						value: 'getContactInfo',
						description: 'Look up what the gateway knows of a phone number',
						action: 'Get contact info',
					},
					{
						name: 'Read Received Cards',
						value: 'readReceivedCards',
						description: "Turn the contact cards that a gateway's webhook brought into contacts",
						action: 'Read received cards',
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
			...shownFor('checkNumber', checkNumber.fields),
			...shownFor('readReceivedCards', readReceivedCards.fields),
		],
	};

	methods = { credentialTest: credentialTests, listSearch: { getChats } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}
