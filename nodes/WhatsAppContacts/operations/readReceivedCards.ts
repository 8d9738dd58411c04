/** Read Received Cards: what a gateway's webhook brought, as contacts. No gateway is asked. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { FieldProblem } from '../domain/reading';
import { isProblem } from '../domain/reading';
import { readSharedCards, type ReadSharedCard, type ReceivedMessage } from '../domain/receivedCard';
import { REDACTED } from '../domain/secrets/redaction';
import { isGiven } from '../domain/typed';
import { type Provider, type ProviderId, providers, type ReceivedEvents } from '../providers';
import { usual } from './defaults';
import type { ReadParameter } from './operation';
import { asOptions, optionalOr, readRepeated, yesOrNo } from './settings';

const fields: INodeProperties[] = [
	{
		displayName:
			'Put this after a Webhook node that your gateway calls. Each contact card that was shared comes out as one item; no credential is needed.',
		name: 'readReceivedCardsNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Include Own Messages',
				name: 'includeOwn',
				type: 'boolean',
				default: false,
				description:
					'Whether to read the cards that you sent yourself too, if the gateway reports them',
			},
			{
				displayName: 'Keep Other Messages',
				name: 'keepOthers',
				type: 'boolean',
				default: false,
				description:
					'Whether items without a received card pass through as they are. Without this option they are left out and counted in a hint.',
			},
		],
	},
];

const schema = z.object({
	options: asOptions.pipe(
		z.object({
			includeOwn: optionalOr(yesOrNo, usual.includeOwn),
			keepOthers: optionalOr(yesOrNo, usual.keepOthers),
		}),
	),
});

type Json = Readonly<Record<string, unknown>>;

/** Whose events there are. */
const readers: ReadonlyArray<readonly [ProviderId, ReceivedEvents]> = (
	Object.entries(providers) as Array<[ProviderId, Provider]>
).flatMap(([id, { received }]) => (received ? [[id, received] as const] : []));

const secretKeys = [...new Set(readers.flatMap(([, received]) => received.secretKeys))];

/** A card as an item, or why it is none, with what is known of its message. */
export type CardOutcome =
	| { readonly json: IDataObject }
	| { readonly problem: FieldProblem; readonly provider: ProviderId; readonly about: IDataObject };

/** What an item held. */
export type ReadEvent =
	| {
			readonly cards: Iterable<CardOutcome>;
			/** The item must not be shown with what comes of it. */
			readonly holdsSecret: boolean;
	  }
	| {
			/** Its own cards are no received ones unless the user says so. */
			readonly other: 'own' | 'none';
			/** The item as it passes through; `undefined` where it is left out. */
			readonly json: IDataObject | undefined;
	  };

function read(
	parameter: ReadParameter,
	json: IDataObject,
): { readonly value: ReadEvent } | FieldProblem {
	const checked = readRepeated(schema, { options: parameter('options') });
	if ('problem' in checked) return checked;
	const { includeOwn, keepOthers } = checked.value.options;
	const found = messageIn(json);
	if (found !== undefined && (includeOwn || !found.message.fromMe)) {
		const cards = outcomesOf(found.provider, found.message);
		return { value: { cards, holdsSecret: withoutSecrets(json) !== json } };
	}
	const other = found === undefined ? 'none' : 'own';
	return { value: { other, json: keepOthers ? withoutSecrets(json) : undefined } };
}

/** The event is the item itself, or stands in `body`, as n8n's Webhook node gives it. */
function messageIn(json: IDataObject) {
	for (const event of [json, json.body]) {
		if (!isEvent(event)) continue;
		for (const [provider, received] of readers) {
			const message = received.read(event);
			// A list of cards may be empty.
			if (message?.cards.length) return { provider, message };
		}
	}
	return undefined;
}

function isEvent(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* outcomesOf(provider: ProviderId, message: ReceivedMessage): Generator<CardOutcome> {
	const { cards, ...about } = message;
	for (const reading of readSharedCards(cards)) {
		const own = { ...about, sender: { ...about.sender } };
		yield isProblem(reading)
			? { problem: { field: 'vCard', problem: reading.problem }, provider, about: own }
			: {
					json: {
						provider,
						operation: 'readReceivedCards',
						...own,
						...presented(reading.value),
					},
				};
	}
}

const presented = ({ contact, omittedFields, vCard }: ReadSharedCard) => ({
	contact: { ...contact, phones: [...contact.phones] },
	omittedFields: [...omittedFields],
	vCard,
});

/** Everything but an account's secret passes; the item itself is n8n's and stays as it is. */
function withoutSecrets(json: IDataObject): IDataObject {
	const hidden = (event: Json) =>
		secretKeys.filter((key) => Object.hasOwn(event, key) && isGiven(event[key]));
	const replaced = <T extends Json>(event: T): T => {
		const keys = hidden(event);
		if (keys.length === 0) return event;
		return { ...event, ...Object.fromEntries(keys.map((key) => [key, REDACTED])) };
	};
	const { body } = json;
	const inBody = isEvent(body) && hidden(body).length > 0;
	return replaced(inBody ? { ...json, body: replaced(body) } : json);
}

/** How many items held no card that was asked for. */
export interface OtherItems {
	readonly items: number;
	readonly others: number;
	readonly own: number;
	readonly kept: number;
}

function hintsOf({ items, others, own, kept }: OtherItems): string[] {
	if (others === 0) return [];
	const was = others === 1 ? 'was' : 'were';
	const what = kept === 0 ? `${was} left out` : 'passed through';
	// The option is per item, so some may have passed and others not.
	const some = kept > 0 && kept < others ? `${kept} of them ` : '';
	const ofOwn =
		own === 0
			? ''
			: `. ${own} of them ${own === 1 ? 'is a card' : 'are cards'} of your own, which Include Own Messages reads too`;
	return [`${others} of ${items} items held no received contact card and ${some}${what}${ofOwn}`];
}

export const readReceivedCards = { fields, read, hintsOf };
