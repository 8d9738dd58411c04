// Carries a planned fault out: in front of the gateway, or in place of its answer.

import type { Exchange } from '../desk';
import type { Reply } from '../gateway';
import { filledIn, replacedReply } from './answers';
import { drip, endless, gzipBomb, halfWay, huge } from './bodies';
import type { Fault, When } from './types';

type Answer = (reply: Reply) => void;

/** Faults of an answer stand behind the gateway's work, all others in front of it. */
const DEFAULT_WHEN: Partial<Record<Fault['kind'], When>> = {
	answer: 'before',
	delay: 'before',
	redirect: 'before',
	echoToken: 'before',
};

function whenOf(fault: Fault): When {
	if (fault.kind === 'close' && fault.when === 'midBody') return 'after';
	// Drawn at random, these two meet a request instead of a connection or its headers.
	if ('when' in fault && (fault.when === 'connect' || fault.when === 'headers')) return 'before';
	const { when } = fault as { when?: When };
	return when ?? DEFAULT_WHEN[fault.kind] ?? 'after';
}

/** Goes on to the gateway unless the fault stands before it. */
export function before(exchange: Exchange, fault: Fault, goOn: () => void, answer: Answer): void {
	if (whenOf(fault) === 'after') goOn();
	else if (fault.kind === 'delay') exchange.desk.timers.after(fault.ms, goOn);
	else strike(exchange, fault, undefined, answer);
}

/** The gateway has done its work; `reply` is what it would answer. */
export function after(exchange: Exchange, fault: Fault, reply: Reply, answer: Answer): void {
	if (whenOf(fault) === 'before') answer(reply);
	else if (fault.kind === 'delay') exchange.desk.timers.after(fault.ms, () => answer(reply));
	else strike(exchange, fault, reply, answer);
}

/** Replies that a fault builds on when there is no true one. */
const NOTHING: Reply = {
	status: 200,
	headers: { 'Content-Type': 'application/json; charset=utf-8' },
	body: '{}',
};

function strike(exchange: Exchange, fault: Fault, truth: Reply | undefined, answer: Answer): void {
	const { response, record, desk } = exchange;
	const reply = truth ?? NOTHING;
	const started = (status: number) => desk.records.answered(record, status);
	switch (fault.kind) {
		case 'hang':
			desk.records.answered(record, null);
			return;
		case 'close':
			if (fault.when !== 'midBody') return resetSocket(exchange, fault);
			started(reply.status);
			return halfWay(response, reply, () => endSocket(exchange, fault.how));
		case 'drip':
			started(200);
			return drip(response, fault.everyMs ?? 50);
		case 'endless':
			started(200);
			return endless(response);
		case 'huge':
			started(reply.status);
			return huge(response, reply, fault.bytes ?? 100 * 1024 * 1024);
		case 'gzipBomb':
			started(200);
			return gzipBomb(response, fault.bytes ?? 100 * 1024 * 1024);
		default:
			return answer(filledIn(exchange, replacedReply(exchange, fault, reply)));
	}
}

/** Ends the connection without an answer. */
export function resetSocket(exchange: Exchange, fault: Fault): void {
	exchange.desk.records.answered(exchange.record, null);
	endSocket(exchange, fault.kind === 'close' ? fault.how : 'reset');
}

function endSocket({ response, desk }: Exchange, how: 'reset' | 'end' = 'reset'): void {
	const connection = desk.connectionOf(response.req.socket.remotePort);
	if (how === 'reset') connection?.socket.resetAndDestroy();
	else response.req.socket.destroySoon();
}
