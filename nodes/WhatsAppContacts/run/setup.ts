/** What is one for the whole run: provider, operation, credential and concurrency, from item 0. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Bounds } from '../delivery/climb';
import type { FieldProblem } from '../domain/reading';
import { createRedact, type Redact } from '../domain/secrets/redaction';
import { usualConcurrency } from '../operations/defaults';
import { isOperationId, type OperationId, operations } from '../operations';
import type { Operation } from '../operations/operation';
import { readParameters } from '../operations/settings';
import {
	type Credential,
	isProviderId,
	type Provider,
	type ProviderId,
	providers,
} from '../providers';
import { z } from 'zod';

export interface Setup {
	readonly providerId: ProviderId;
	readonly provider: Provider;
	readonly operationId: OperationId;
	readonly operation: Operation<unknown, unknown>;
	readonly credential: Credential;
	readonly redact: Redact;
	readonly concurrency: Bounds;
}

/** What is no such number is refused with its item, as every option is. */
const concurrencySchema = z
	.object({ concurrency: z.number().int().min(1).max(64).optional() })
	.catch({});

/** Reads it, or says which field is wrong. */
export async function readSetup(
	context: IExecuteFunctions,
): Promise<{ readonly value: Setup } | FieldProblem> {
	const providerId: unknown = context.getNodeParameter('provider', 0, null);
	if (!isProviderId(providerId)) {
		return { field: 'provider', problem: `is unknown. Choose one, e.g. greenApi` };
	}
	const operationId: unknown = context.getNodeParameter('operation', 0, null);
	if (!isOperationId(operationId)) {
		return { field: 'operation', problem: 'is unknown. Choose one, e.g. sendContact' };
	}
	const provider: Provider = providers[providerId];
	const credential = await readCredential(context, provider);
	if ('problem' in credential) return credential;
	const options: unknown = context.getNodeParameter('options', 0, null);
	const { concurrency: chosen } = concurrencySchema.parse(options);
	return {
		value: {
			providerId,
			provider,
			operationId,
			operation: operations[operationId],
			credential: credential.value,
			redact: createRedact(provider.secretsOf(credential.value)),
			concurrency:
				chosen === undefined
					? usualConcurrency[provider.delivers][operations[operationId].kind]
					: { first: chosen, most: chosen },
		},
	};
}

/** Reads the node's credential of this provider, or says what is wrong with it. */
export async function readCredential(
	context: { getCredentials(type: string): Promise<unknown> },
	provider: Provider,
): Promise<{ readonly value: Credential } | FieldProblem> {
	let stored: unknown;
	try {
		stored = await context.getCredentials(provider.credentialName);
	} catch {
		return {
			field: 'credential',
			problem: `for ${provider.displayName} is missing or cannot be read. Choose or create one in the node, e.g. "${provider.displayName} account"`,
		};
	}
	const read = readParameters(provider.credential, stored);
	// A secret has no place in a sentence, and the schema's texts hold none.
	return 'problem' in read ? { ...read, field: `credential.${read.field}` } : read;
}
