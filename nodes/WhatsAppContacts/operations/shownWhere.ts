/**
 * Which fields are shown: those of an operation for it, those that a gateway has for it, from what
 * it declares. No list of gateways stands anywhere by hand.
 */
import type {
	ICredentialsDisplayOptions,
	IDisplayOptions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { type Declared, type Provider, type ProviderId, providers } from '../providers';

const all = Object.entries(providers) as ReadonlyArray<readonly [ProviderId, Provider]>;

function idsWhere(has: (declared: Declared) => unknown): ProviderId[] {
	return all.flatMap(([id, provider]) => (has(provider) ? [id] : []));
}

/** For what asks a gateway: Read Received Cards asks none, and shows neither it nor a credential. */
export const hiddenWithoutGateway = { operation: ['readReceivedCards'] };

/** Shows fields for one operation only. */
export function shownFor(operation: string, fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { operation: [operation], ...field.displayOptions?.show },
		},
	}));
}

/** Shows an option, or a field within a collection, for the gateways that have what it needs. */
export function shownWhere(has: (declared: Declared) => unknown): IDisplayOptions {
	return { show: { '/provider': idsWhere(has) } };
}

/**
 * Shows a credential for its own gateway. By `hide`, not `show`: with `show` the editor takes
 * `provider` for its own selector of authentication and makes the field disappear.
 */
export function hiddenForOthers(credentialName: string): ICredentialsDisplayOptions {
	const others = idsWhere((declared) => declared.credentialName !== credentialName);
	return { hide: { provider: others, ...hiddenWithoutGateway } };
}

/** The choices of Provider, by name. */
export const providerOptions: INodePropertyOptions[] = all
	.map(([value, { displayName }]) => ({ name: displayName, value }))
	.sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** The sentence that each gateway wants read before an operation is run. */
export function noticesOf(operation: keyof Declared['notices']): INodeProperties[] {
	return all.flatMap(([id, { notices }]): INodeProperties[] => {
		const notice = notices[operation];
		return notice === undefined
			? []
			: [
					{
						displayName: notice,
						name: `${id}Notice`,
						type: 'notice',
						default: '',
						displayOptions: { show: { provider: [id] } },
					},
				];
	});
}
