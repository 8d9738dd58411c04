/** The list of chats to pick from, as n8n's editor asks for it. */
import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { isOperationId, operations } from '../operations';
import { isProviderId, type ListedKind, type Provider, providers } from '../providers';
import { clock } from '../run/realClock';
import { accountKey } from '../run/lasting';
import { readCredential } from '../run/setup';
import { load } from './load';
import { Remembered } from './remembered';
import type { Row } from './rows';
import { findRows, type Listing } from './findRows';
import { empty, late, refused, unasked } from './words';

/** Proxies before n8n usually give up after 60 seconds, and then say nothing that helps. */
const PATIENCE_MS = 45_000;

const remembered = new Remembered<Listing>(clock, (listing) => 'rows' in listing);

/**
 * Finds chats by a part of their name or number. What the browser sends of parameters is evaluated
 * already, and `null` where that failed.
 */
export async function getChats(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const node = this.getNode();
	const providerId: unknown = this.getCurrentNodeParameter('provider');
	if (!isProviderId(providerId)) {
		throw unasked(node, { field: 'provider', problem: 'is unknown. Choose one, e.g. greenApi' });
	}
	const provider: Provider = providers[providerId];
	const credential = await readCredential(this, provider);
	if ('problem' in credential) throw unasked(node, credential);
	const operation: unknown = this.getCurrentNodeParameter('operation');
	const { takes } = operations[isOperationId(operation) ? operation : 'sendContact'];
	const from = /^\d{1,6}$/.test(paginationToken ?? '') ? Number(paginationToken) : 0;

	const account = `${providerId} ${accountKey(provider, credential.value)}`;
	const ask = (kind: ListedKind) => {
		const asked = provider.chats.inOne ? 'groups' : kind;
		return remembered.get(`${account} ${asked}`, () =>
			load(this, provider, credential.value, asked),
		);
	};
	const found = await patiently(findRows({ filter: filter ?? '', from, takes }, ask));
	if (found === 'late') throw late(node, provider);
	if (found === 'nothing') throw empty(node, provider);
	if ('failed' in found) throw refused(node, provider, found.failed);
	return {
		results: found.rows.map(toItem),
		...(found.next !== undefined && { paginationToken: String(found.next) }),
	};
}

function toItem({ label, value }: Row): INodeListSearchItems {
	return { name: label, value };
}

/** Waits no longer than a browser can; the list is made all the same, and remembered. */
async function patiently<T>(found: Promise<T>): Promise<T | 'late'> {
	const isFound = new AbortController();
	const tooLong = clock.sleep(PATIENCE_MS, isFound.signal).then(() => 'late' as const);
	try {
		return await Promise.race([found, tooLong]);
	} finally {
		isFound.abort();
	}
}
