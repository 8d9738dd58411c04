// What the sandbox's tests see of it: bytes over a socket of their own, nothing of its inside.

import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Credential, GatewayName, Sandbox } from '../../sandbox';

/** As it came; `json` is undefined where the text is none. */
export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	json: unknown;
}

/** A GET without a body, a POST with one, unless `verb` says otherwise. */
export interface Question {
	verb?: string;
	body?: unknown;
	/** Sent as it is, instead of `body`. */
	text?: string;
	headers?: Record<string, string>;
	/** Give up after this time. */
	withinMs?: number;
}

/** One request over a connection of its own; rejects with the socket's error. */
export function ask(url: string, question: Question = {}): Promise<Answer> {
	const { body, text = body === undefined ? '' : JSON.stringify(body), withinMs } = question;
	const verb = question.verb ?? (text === '' ? 'GET' : 'POST');
	const type = text === '' ? {} : { 'Content-Type': 'application/json' };
	const headers = { ...type, 'Content-Length': Buffer.byteLength(text), ...question.headers };
	const signal = withinMs === undefined ? undefined : AbortSignal.timeout(withinMs);
	return new Promise((resolve, reject) => {
		const start = url.startsWith('https') ? httpsRequest : httpRequest;
		const options = { method: verb, headers, agent: false, signal, rejectUnauthorized: false };
		const request = start(url, options, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const whole = Buffer.concat(chunks).toString('utf8');
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					text: whole,
					json: parsed(whole),
				});
			});
		});
		request.on('error', reject);
		request.end(text);
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** As a sandbox starts: what a test sent is forgotten, and the switches it turned are back. */
export function renew(sandbox: Sandbox, ...gateways: GatewayName[]): void {
	sandbox.reset();
	for (const provider of gateways) {
		sandbox.addInstance({ provider, ...sandbox.credentials[provider] });
	}
}

/** Instance and token stand around the method. */
export const greenUrl = ({ apiUrl, instance, token }: Credential, method: string): string =>
	`${apiUrl}/waInstance${encodeURIComponent(instance)}/${method}/${encodeURIComponent(token)}`;

/** Instance and token stand before the endpoint. */
export const plugzUrl = ({ apiUrl, instance, token }: Credential, endpoint: string): string =>
	`${apiUrl}/instances/${instance}/token/${token}/${endpoint}`;

/** The key travels in a header. */
export const evolutionUrl = ({ apiUrl, instance }: Credential, method: string): string =>
	`${apiUrl}/${method}/${encodeURIComponent(instance)}`;

/** The vendors' own example bodies. */
export const GREEN_BODY = {
	chatId: '11001234567@c.us',
	contact: {
		phoneContact: 79001234568,
		firstName: 'Артем',
		middleName: 'Петрович',
		lastName: 'Евпаторийский',
		company: 'Велосипед',
	},
};

/** From the vendor's own example. */
export const PLUGZ_BODY = {
	phone: '5511999999999',
	contactName: 'PlugMessage Contato',
	contactPhone: '554498398733',
	contactBusinessDescription: 'PlugMessage Mais software, menos esforço',
};

/** From the vendor's own example. */
export const EVOLUTION_CARD = {
	fullName: 'Guilherme Gomes',
	wuid: '553198296801',
	phoneNumber: '+55 31 9 9829-6801',
	organization: 'AtendAI',
	email: 'g@example.com',
	url: 'https://example.com',
};
