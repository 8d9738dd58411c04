/**
 * Nothing that throws after a request has left may forget that it left: each function behind a send
 * throws in turn, and no later try sends the card again.
 */
import { deliver } from '../../nodes/WhatsAppContacts/delivery/deliver';
import type { Job, Note, Run } from '../../nodes/WhatsAppContacts/delivery/job';
import { Memory, type Notes } from '../../nodes/WhatsAppContacts/delivery/memory';
import { Pace } from '../../nodes/WhatsAppContacts/delivery/pace';
import { Pauses } from '../../nodes/WhatsAppContacts/delivery/pauses';
import { describeFailure } from '../../nodes/WhatsAppContacts/domain/explain';
import { rowOf } from '../../nodes/WhatsAppContacts/domain/failure';
import { fixed } from './deliveries';
import { FakeClock } from './fakeClock';

const places = ['sign', 'send', 'read', 'redact', 'present', 'remember', 'ask'] as const;
type Place = (typeof places)[number];

const secret = 'the-secret-of-the-mistake';

/** A gateway and an item that fail at one place, in the first try or in all. */
class Broken {
	left = 0;
	private readonly memory = new Memory<Note<string, string>>();
	private readonly holder = {};

	constructor(
		private readonly place: Place,
		private readonly answers: 'yes' | 'no' = 'yes',
	) {}

	async try(isBroken: boolean) {
		const { place } = this;
		const breaks = (at: Place) => {
			if (isBroken && at === place) throw new Error(secret);
		};
		const kept = this.memory.notes(this.holder, 'run');
		const notes: Notes<Note<string, string>> = {
			get: (key) => kept.get(key),
			set: (key, note) => {
				// The doubt that is noted before the card leaves must be kept, or it does not leave.
				if (this.left > 0) breaks('remember');
				kept.set(key, note);
			},
			delete: (key) => {
				breaks('remember');
				kept.delete(key);
			},
		};
		const job: Job<string, string, string> = {
			command: 'card',
			lane: 'lane',
			rule: { kind: 'send', maxRetries: 3, resend: false },
			timeoutMs: 1000,
			pauseMs: 0,
			notes,
			present: (_command, done) => {
				breaks('present');
				return done;
			},
		};
		const clock = new FakeClock();
		const run: Run<string, string> = {
			gateway: {
				displayName: 'Gateway',
				apiUrl: 'http://gateway',
				sign: (request) => {
					breaks('sign');
					return request;
				},
				redact: (text) => {
					breaks('redact');
					return text;
				},
				send: async () => {
					this.left++;
					breaks('send');
					return await Promise.resolve({
						answer: { status: 200, headers: {}, text: '{}', oversized: false },
					});
				},
			},
			...{ instance: 'instance', account: 'account', rates: {}, concurrency: fixed(1) },
			...{ stopOnFailure: false, pace: new Pace(clock), pauses: new Pauses(clock), clock },
			cancel: new AbortController().signal,
			ask: () => {
				breaks('ask');
				return {
					method: 'send',
					request: { method: 'POST', path: 'card' },
					read: () => {
						breaks('read');
						if (this.answers === 'yes') return { done: 'done', body: {} };
						return { refused: describeFailure({ gateway: 'G', happening: 'serverError' }) };
					},
				};
			},
		};
		const { verdicts } = await deliver([job], run);
		return verdicts[0]?.[0];
	}
}

/** Before these nothing had left. */
const before: readonly Place[] = ['sign', 'ask'];

test.each(places)('a mistake in %s tells the truth about the card', async (place) => {
	const broken = new Broken(place);
	const verdict = await broken.try(true);
	expect(broken.left).toBe(before.includes(place) ? 0 : 1);
	expect(JSON.stringify(verdict)).not.toContain(secret);
	if (place === 'remember') expect(verdict).toEqual({ accepted: 'done' });
	else if (verdict && 'failed' in verdict) {
		const { delivery, retryable } = rowOf(verdict.failed);
		expect(delivery).toBe(before.includes(place) ? 'notSent' : 'unknown');
		expect(retryable).toBe(false);
	} else throw new Error(`a mistake in ${place} is no verdict`);
});

test.each(places.filter((place) => !before.includes(place)))(
	'after a mistake in %s no later try sends the card again, broken or not',
	async (place) => {
		for (const isStillBroken of [true, false]) {
			const broken = new Broken(place);
			await broken.try(true);
			await broken.try(isStillBroken);
			await broken.try(false);
			expect(broken.left).toBe(1);
		}
	},
);

test.each(before)('after a mistake in %s a later try sends it', async (place) => {
	const broken = new Broken(place);
	await broken.try(true);
	expect(await broken.try(false)).toEqual({ accepted: 'done' });
	expect(broken.left).toBe(1);
});

test('a refusal whose text cannot be cleaned is a doubt without that text', async () => {
	const broken = new Broken('redact', 'no');
	const verdict = await broken.try(true);
	expect(verdict).toMatchObject({ failed: { happening: 'lostTrack' } });
	await broken.try(false);
	expect(broken.left).toBe(1);
});
