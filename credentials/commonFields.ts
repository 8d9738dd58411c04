/** The fields that every account type has; each says in its own words what to write there. */
import type { INodeProperties } from 'n8n-workflow';

export const apiUrlField = {
	displayName: 'API URL',
	name: 'apiUrl',
	type: 'string',
	required: true,
	default: '',
} satisfies INodeProperties;

export const instanceField = {
	displayName: 'Instance',
	name: 'instance',
	type: 'string',
	required: true,
	default: '',
} satisfies INodeProperties;

export const tokenField = {
	displayName: 'Token',
	name: 'token',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
} satisfies INodeProperties;

/** Of gateways that their users host themselves. */
export const ignoreSslIssuesField = {
	displayName: 'Ignore SSL Issues (Insecure)',
	name: 'ignoreSslIssues',
	type: 'boolean',
	default: false,
	description: 'Whether to connect even if the certificate of the server cannot be checked',
} satisfies INodeProperties;
