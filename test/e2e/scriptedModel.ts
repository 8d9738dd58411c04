// A language model that says what a test has written down: an OpenAI-compatible endpoint on
// 127.0.0.1, so that n8n's AI Agent can be tested without any service outside.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the model: a text, or a call of one tool. */
export type Turn = { text: string } | { tool: string; arguments: object };

/** What n8n sent to the model for one turn. */
export interface ModelRequest {
	stream?: boolean;
	messages: Array<{ role: string; content: unknown; tool_call_id?: string }>;
	tools?: Array<{ function: { name: string; description: string; parameters: unknown } }>;
}

export interface ScriptedModel {
	/** The base URL for n8n's OpenAI credential. */
	url: string;
	/** The requests so far; the tools' answers are in the messages of role `tool`. */
	requests: ModelRequest[];
	stop(): Promise<void>;
}

/** Starts a model that answers its n-th request with the n-th turn, and with the last ever after. */
export async function startScriptedModel(turns: Turn[]): Promise<ScriptedModel> {
	const requests: ModelRequest[] = [];
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			if (request.method !== 'POST') return sendJson(response, { object: 'list', data: [] });
			const asked = JSON.parse(body) as ModelRequest;
			requests.push(asked);
			const turn = turns[Math.min(requests.length, turns.length) - 1] ?? { text: '' };
			const message = messageOf(turn, requests.length);
			if (asked.stream) sendStream(response, message);
			else sendJson(response, completion('chat.completion', { message }, message));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	const stop = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { url, requests, stop };
}

interface Message {
	role: 'assistant';
	content: string | null;
	tool_calls?: object[];
}

function messageOf(turn: Turn, number: number): Message {
	if ('text' in turn) return { role: 'assistant', content: turn.text };
	const call = { name: turn.tool, arguments: JSON.stringify(turn.arguments) };
	const toolCall = { index: 0, id: `call_${number}`, type: 'function', function: call };
	return { role: 'assistant', content: null, tool_calls: [toolCall] };
}

function completion(object: string, part: object, message: Message): object {
	const finish_reason = message.tool_calls ? 'tool_calls' : 'stop';
	const choices = [{ index: 0, ...part, finish_reason }];
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	return { id: 'chatcmpl-scripted', object, created: 0, model: 'scripted', choices, usage };
}

function sendJson(response: ServerResponse, body: object): void {
	response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendStream(response: ServerResponse, message: Message): void {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	const chunk = completion('chat.completion.chunk', { delta: message }, message);
	response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}
