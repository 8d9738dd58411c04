// What the sandbox remembers: every accepted message and every request, or, for runs of a hundred
// thousand, only the sums that a comparison needs.

import type { Draft } from './gateway';
import type { AcceptedMessage, Counts, RecordedRequest } from './types';

/** The truth that tests compare the node with, so nothing else writes here. */
export class Records {
	accepted: AcceptedMessage[] = [];
	requests: RecordedRequest[] = [];
	/** Grows with every reset; what began before it is not recorded after it. */
	era = 0;
	private sums = emptySums();

	constructor(private readonly keep: 'all' | 'counts') {}

	request(request: RecordedRequest): RecordedRequest {
		this.sums.requests++;
		if (this.keep === 'all') this.requests.push(request);
		return request;
	}

	answered(request: RecordedRequest, status: number | null): void {
		request.status = status;
		const key = status ?? 'none';
		this.sums.statuses[key] = (this.sums.statuses[key] ?? 0) + 1;
	}

	faulted(kind: string): void {
		this.sums.faults[kind] = (this.sums.faults[kind] ?? 0) + 1;
	}

	accept(
		draft: Draft,
		where: Pick<AcceptedMessage, 'provider' | 'instance' | 'method' | 'body'>,
	): void {
		this.sums.accepted++;
		const cards = (this.sums.cards[`${where.provider}/${where.instance}`] ??= emptySum());
		for (const { name } of draft.cards) cards[name] = (cards[name] ?? 0) + 1;
		if (this.keep === 'counts') return;
		this.accepted.push({
			sequence: this.sums.accepted,
			at: Date.now(),
			...where,
			state: 'sent',
			undocumentedKeys: [],
			ignoredKeys: [],
			...draft,
		});
	}

	counts(sockets: Pick<Counts, 'connections' | 'openSockets'>): Counts {
		return structuredClone({ ...this.sums, ...sockets });
	}

	forget(): void {
		this.era++;
		this.accepted = [];
		this.requests = [];
		this.sums = emptySums();
	}
}

/** Without a prototype: card names and fault kinds come from outside. */
const emptySum = (): Record<string, number> => Object.create(null) as Record<string, number>;

const emptySums = (): Omit<Counts, 'connections' | 'openSockets'> => ({
	accepted: 0,
	requests: 0,
	statuses: emptySum(),
	faults: emptySum(),
	cards: Object.create(null) as Counts['cards'],
});
