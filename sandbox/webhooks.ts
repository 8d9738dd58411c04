// Messages that people send to an instance, and the webhook that its gateway calls with each, in the
// vendor's words: what a workflow that receives cards is tried with.

import { request } from 'node:http';
import type { AnyInstance } from './instanceTypes';

/** A card as WhatsApp hands it on. */
export interface SharedCard {
	displayName: string;
	vcard: string;
}

/** A message that somebody sends; each vendor tells it in its own words. */
export interface IncomingMessage {
	/** Digits of who writes. */
	from: string;
	/** As people call themselves. Default Bia. */
	name?: string;
	/** Digits of the group that it is written in. */
	group?: string;
	/** WhatsApp tells this privacy id in place of the number. */
	lid?: string;
	/** The account's own, written on its phone. */
	fromMe?: boolean;
	/** In a chat whose messages disappear. */
	disappearing?: boolean;
	/** None: a text, which may quote a card. */
	cards: SharedCard[];
	quotes?: SharedCard;
	/** Default: one of its own for each message. */
	messageId?: string;
	/** Milliseconds since the epoch. Default: now. */
	at?: number;
}

/** The message with every default in place. */
export type Told = Required<Pick<IncomingMessage, 'name' | 'messageId' | 'at'>> & IncomingMessage;

/** What the gateway calls with. */
export interface WebhookCall {
	body: object;
	/** Made from the body's bytes, which a signature covers. */
	headers?: (body: string) => Record<string, string>;
}

/** How a vendor tells a message to the webhook of an instance. */
export type Webhook = (settings: AnyInstance, message: Told) => WebhookCall;

/** Call this address, as the gateway would. */
export interface WebhookOrder {
	provider: string;
	instance: string;
	/** On 127.0.0.1: nobody else may hear from a gateway that does not exist. */
	url: string;
	message: IncomingMessage;
}

/** How the receiver answered. */
export interface WebhookAnswer {
	status: number;
	body: string;
}

let told = 0;

/** Fills in what the order leaves out. */
export function tell(message: IncomingMessage): Told {
	told += 1;
	const messageId = `3EB0${told.toString(16).toUpperCase().padStart(16, '0')}`;
	return { name: 'Bia', messageId, at: Date.now(), ...message };
}

/** Calls the address once; a receiver that cannot be reached is an error. */
export function callWebhook(url: string, { body, headers }: WebhookCall): Promise<WebhookAnswer> {
	const { protocol, hostname } = new URL(url);
	if (protocol !== 'http:' || hostname !== '127.0.0.1') {
		return Promise.reject(new Error('The sandbox calls http://127.0.0.1 only'));
	}
	const text = JSON.stringify(body);
	return new Promise((resolve, reject) => {
		const call = request(
			url,
			{
				method: 'POST',
				agent: false,
				headers: { 'Content-Type': 'application/json', ...headers?.(text) },
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						body: Buffer.concat(chunks).toString('utf8'),
					}),
				);
			},
		);
		call.on('error', reject);
		call.end(text);
	});
}
