/** Each contender as its users would set it up. */
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { kits } from '../../test/gateways';
import { bareUndici } from './bareUndici';
import type { BenchEngine, Flow } from './engine';
import { bodyExpressions, cardsOf, requestFor } from './requests';
import type { ContenderId, Job } from './types';

export const labels: Readonly<Record<ContenderId, string>> = {
	node: 'this node',
	nodeEvaluating: 'this node, n8n evaluating every expression',
	nodeOverHelper: "this node over n8n's helper",
	orion: '`n8n-nodes-evolution-api` in Loop Over Items',
	httpRequestInOrder: '`httpRequest` per item, in order',
	httpRequestNode: 'HTTP Request node, all at once',
	bareUndici: 'bare undici loop (limit)',
	parametersAlone: 'n8n reading three expressions, sending nothing (floor)',
	engineAlone: "n8n's engine alone (No Operation)",
};

function sender(type: string, typeVersion: number, parameters: INodeParameters): INode {
	return { id: 'send', name: 'Send', type, typeVersion, position: [0, 0], parameters };
}

/** The node starts a batch and does not wait for its answers; without batching it is fastest. */
function batchingOf({ batch }: Job): INodeParameters {
	if (!batch) return {};
	return { batching: { batch: { batchSize: batch.size, batchInterval: batch.intervalMs } } };
}

/** `expressionOf` decides who reads: the node reads plain paths itself, n8n evaluates the rest. */
function ourParameters(
	{ form, inFlight }: Job,
	expressionOf: (key: 'chat' | 'name' | 'phone') => string,
): INodeParameters {
	return {
		provider: kits[form].provider,
		operation: 'sendContact',
		chatId: { __rl: true, mode: 'phone', value: expressionOf('chat') },
		specifyContacts: 'fields',
		contacts: { contact: [{ phone: expressionOf('phone'), firstName: expressionOf('name') }] },
		options: inFlight === undefined ? {} : { concurrency: inFlight },
	};
}

/** Who checks numbers, each as its users would set it up. */
function checkerFor({ contender, credential, form }: Job): INode {
	if (contender === 'orion') {
		return sender('orion', 1, {
			resource: 'chat-api',
			operation: 'check-number',
			instanceName: credential.instance,
			numbers: '={{ $json.chat }}',
		});
	}
	if (contender === 'httpRequestInOrder') {
		return sender('checkInOrder', 1, { chatId: '={{ $json.chat }}' });
	}
	return sender(contender, 1, {
		provider: kits[form].provider,
		operation: 'checkNumber',
		chatId: { __rl: true, mode: 'phone', value: '={{ $json.chat }}' },
	});
}

function nodeFor(job: Job): INode {
	if (job.checks) return checkerFor(job);
	const { contender, form, credential } = job;
	const { url, headers } = requestFor(form, credential);
	switch (contender) {
		case 'node':
		case 'nodeOverHelper':
			return sender(
				contender,
				1,
				ourParameters(job, (key) => `={{ $json.${key} }}`),
			);
		case 'nodeEvaluating':
			return sender(
				'node',
				1,
				ourParameters(job, (key) => `={{ ($json.${key}) }}`),
			);
		case 'orion':
			return sender('orion', 1, {
				resource: 'messages-api',
				operation: 'send-contact',
				instanceName: credential.instance,
				remoteJid: '={{ $json.chat }}',
				contacts: {
					contactValues: [
						{
							fullName: '={{ $json.name }}',
							wuid: '={{ $json.phone }}',
							phoneNumber: '=+{{ $json.phone }}',
						},
					],
				},
			});
		case 'httpRequestInOrder':
		case 'parametersAlone':
			return sender(contender, 1, {
				form,
				chatId: '={{ $json.chat }}',
				name: '={{ $json.name }}',
				phone: '={{ $json.phone }}',
			});
		case 'httpRequestNode':
			return sender('httpRequest', 4.2, {
				method: 'POST',
				url,
				sendHeaders: true,
				headerParameters: {
					parameters: Object.entries(headers).map(([name, value]) => ({ name, value })),
				},
				sendBody: true,
				specifyBody: 'json',
				jsonBody: bodyExpressions[form],
				options: batchingOf(job),
			});
		default:
			return sender('n8n-nodes-base.noOp', 1, {});
	}
}

const credentialNames: Readonly<Partial<Record<ContenderId, string>>> = {
	orion: 'evolutionApi',
	httpRequestInOrder: 'account',
	parametersAlone: 'account',
};

function flowFor(job: Job): Flow {
	const start = {
		...sender('n8n-nodes-base.manualTrigger', 1, {}),
		id: 'start',
		name: 'Start',
	};
	const type = credentialNames[job.contender] ?? kits[job.form].credential.type;
	const send = { ...nodeFor(job), credentials: { [type]: { id: '1', name: 'account' } } };
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const straight: IConnections = { Start: { main: [to('Send')] } };
	const loop = { ...sender('loop', 3, { batchSize: 1, options: {} }), id: 'loop', name: 'Loop' };
	const looped: IConnections = {
		Start: { main: [to('Loop')] },
		Loop: { main: [[], to('Send')] },
		Send: { main: [to('Loop')] },
	};
	const isOrion = job.contender === 'orion';
	const { apiUrl, token } = job.credential;
	return {
		nodes: isOrion ? [start, loop, send] : [start, send],
		connections: isOrion ? looped : straight,
		items: cardsOf(job.items, job.tag, job.oneChat ?? false).map((card) => ({ ...card })),
		credentialType: type,
		credential: {
			...job.credential,
			...(isOrion && { 'server-url': apiUrl, apikey: token }),
		},
	};
}

/** Prepares a run; what it returns is what is timed. */
export function prepare(engine: BenchEngine, job: Job): () => Promise<void> {
	if (job.contender === 'bareUndici') {
		const cards = cardsOf(job.items, job.tag, job.oneChat ?? false);
		return async () => await bareUndici(job, cards, engine.stopwatch);
	}
	const flow = flowFor(job);
	return async () => await engine.run(flow);
}
