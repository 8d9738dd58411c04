/**
 * How many requests may be in flight. Nobody documents it, so it is found as BBR finds a path's
 * bandwidth: doubled each round trip while that brings more answers a second, then held, with a
 * little more or fewer tried now and then; and as TCP's AIMD does, halved when the gateway refuses,
 * fails or slows down. It knows no time but how long answers took.
 */
import { Round } from './round';

/**
 * How a gateway says that it is too much.
 * - `refused`: 429; `failed`: 5xx, or no answer in time
 * - `tooOften`: 429 where its documented rate explains it, whatever is in flight
 */
export type Overload = 'refused' | 'failed' | 'tooOften';

export interface Bounds {
	readonly first: number;
	/** Equal to `first`: the number stays. */
	readonly most: number;
}

/** More in flight must bring so many times the answers, or it only waits at the gateway. */
const GAIN = 1.05;
/** Answers that take so many times as long as before, and so much longer (ms), have slowed down. */
const SLOWER = 1.3;
const SLACK_MS = 10;
/** The same for the quickest round of all: then requests wait for each other. */
const WAITING = 1.15;
const WAITING_MS = 2;
/** The part of what is in flight by which more is tried once doubling has brought nothing. */
const SMALL_STEP = 1 / 8;
const HALF = 1 / 2;
/** After a vain attempt so many round trips and answers pass, and twice as many after the next. */
const REST_ROUNDS = 8;
const REST_ANSWERS = 128;
const FIRST_HOLD = 1 / 4;
const WALL_HOLD = 4;
const LONGEST_HOLD = 32;
/** The part of what a gateway takes at once that is left free, when it has refused more. */
const ROOM = 1 / 8;

/** As many answers a millisecond are more than n8n makes cards, so more in flight cost only work. */
const ENOUGH = 1;

/** A number in flight, and how long an answer took with it. */
interface Measured {
	readonly limit: number;
	readonly tookMs: number;
}

const answersOf = ({ limit, tookMs }: Measured) => limit / Math.max(tookMs, 0.001);

export class Climb {
	/** How many may be in flight; a trial of more or of fewer, or what has proved its worth. */
	limit: number;
	/** What is measured now; one that began before a change tells nothing of what is after it. */
	round: Round;
	/** Counts the changes: what began before the last cut is no reason for another. */
	epoch = 0;
	private lastCut = 0;
	/** What has proved its worth. */
	private good: Measured | undefined;
	/** What had proved its worth before that, by ever more: to go back to. */
	private lower: Measured[] = [];
	/** How much fewer are tried when answers have slowed down: half, then little by little. */
	private cut = HALF;
	/** The answers a second that fewer must bring as well. */
	private atStake = 0;
	private isFewersTurn = true;
	private slowRounds = 0;
	/** The quickest round. */
	private quickMs = Infinity;
	/** How long an answer took when all was well. */
	private calmMs: number | undefined;
	private step = 1;
	private hold = FIRST_HOLD;
	/** Answers until more is tried. */
	private rest = 0;
	/** So many at once were refused. */
	private wall = Infinity;
	/** Answers a millisecond that the gateway documents, at most. */
	documented = 0;

	constructor(private readonly bounds: Bounds) {
		this.limit = bounds.first;
		this.round = new Round(this.limit);
	}

	/** A request ended so, with which so many were in flight. */
	overloaded(end: Overload, level: number, epoch: number): void {
		if (this.bounds.first === this.bounds.most) return;
		if (end === 'refused') this.wall = Math.max(2, Math.min(this.wall, level));
		if (epoch < this.lastCut) return;
		this.step = end === 'failed' ? SMALL_STEP : 1;
		this.rest = 0;
		this.good = undefined;
		this.lower = [];
		this.allow(less(this.limit, HALF));
		this.lastCut = this.epoch;
	}

	/** A round is over. */
	judge(round: Round): void {
		if (round !== this.round || this.bounds.first === this.bounds.most) return;
		this.round = new Round(this.limit);
		const { tookMs } = round;
		if (tookMs === undefined) return;
		this.rest -= round.size;
		this.quickMs = Math.min(this.quickMs, tookMs);
		const measured = { limit: this.limit, tookMs };
		const { good } = this;
		if (!good) this.accept(measured);
		else if (this.limit < good.limit) this.judgeFewer(measured, good);
		else if (this.limit === good.limit) this.watch(measured, round.wasFull);
		// A pace or a short list can keep more from being tried.
		else if (round.wasFull) this.judgeMore(measured, good);
	}

	private judgeMore(measured: Measured, good: Measured): void {
		if (answersOf(measured) > GAIN * answersOf(good)) {
			if (this.wall === Infinity) this.hold = FIRST_HOLD;
			this.step = Math.min(1, 2 * this.step);
			this.calmMs = measured.tookMs;
			this.lower.push(good);
			this.accept(measured);
			return;
		}
		this.backTo(good);
	}

	private backTo(good: Measured): void {
		this.good = good;
		this.calmMs = good.tookMs;
		this.step = SMALL_STEP;
		this.allow(good.limit);
		this.holdOn();
	}

	/** Fewer that bring as many answers are right, else the slowness is not our doing. */
	private judgeFewer(measured: Measured, good: Measured): void {
		const isRight = GAIN * answersOf(measured) >= this.atStake;
		if (isRight) this.good = measured;
		else if (this.cut === SMALL_STEP) {
			this.quickMs = good.tookMs;
			return this.backTo(good);
		} else this.cut = SMALL_STEP;
		if (!isRight || this.isWaiting(measured)) return this.tryFewer(this.good ?? measured);
		if (this.cut === SMALL_STEP) return this.backTo(measured);
		// It had slowed down, which may be over soon.
		this.hold = FIRST_HOLD;
		this.backTo(measured);
		this.step = 1;
	}

	/** Is it as it was? And once in a while: would fewer or more be better? */
	private watch(measured: Measured, wasFull: boolean): void {
		const before = this.lower.at(-1);
		if (before && answersOf(measured) < GAIN * answersOf(before)) {
			this.lower.pop();
			return this.backTo(before);
		}
		if (measured.tookMs > SLOWER * (this.calmMs ?? Infinity) + SLACK_MS) {
			// Once may be this process's own fault, which was held up for a moment.
			if (++this.slowRounds > 1) this.startFewer(measured, HALF);
			return;
		}
		this.slowRounds = 0;
		this.calmMs = mixed(this.calmMs, measured.tookMs);
		this.good = { limit: this.limit, tookMs: this.calmMs };
		if (this.rest > 0 || !wasFull) return;
		if (this.isFewersTurn && this.isWaiting(this.good))
			return this.startFewer(this.good, SMALL_STEP);
		this.isFewersTurn = true;
		// A cut may have ended above what was refused with fewer.
		if (this.limit >= this.belowWall) {
			this.wall = Infinity;
			this.step = SMALL_STEP;
		}
		this.grow();
	}

	private startFewer(good: Measured, cut: number): void {
		this.slowRounds = 0;
		this.isFewersTurn = false;
		this.atStake = answersOf(good);
		this.good = good;
		this.cut = cut;
		this.lower = [];
		this.tryFewer(good);
	}

	private tryFewer({ limit, tookMs }: Measured): void {
		if (limit === 1) this.backTo({ limit, tookMs });
		else this.allow(less(limit, this.cut));
	}

	/** Whether requests wait at the gateway, because others have been quicker. */
	private isWaiting({ tookMs }: Measured): boolean {
		return tookMs > WAITING * this.quickMs + WAITING_MS;
	}

	private accept(measured: Measured): void {
		this.good = measured;
		this.calmMs ??= measured.tookMs;
		this.grow();
	}

	private grow(): void {
		if (this.good && answersOf(this.good) >= ENOUGH) return this.holdOn();
		const step = Math.max(1, Math.floor(this.limit * this.step), this.stepToDocumented);
		const next = Math.min(this.limit + step, this.bounds.most, this.belowWall);
		if (next > this.limit) this.allow(next);
		else if (next === this.belowWall) this.holdOn();
	}

	/**
	 * To what a documented rate keeps busy, by Little's law. A refusal of that rate is for the pace
	 * to answer; after a failure it goes on little by little.
	 */
	private get stepToDocumented(): number {
		if (!this.good || this.step < 1) return 0;
		return Math.ceil(this.documented * this.good.tookMs) - this.limit;
	}

	/** Servers count a request for a moment after its answer, so some room is left. */
	private get belowWall(): number {
		return Math.ceil((this.wall - 1) * (1 - ROOM));
	}

	private holdOn(): void {
		// A wall is known, a lack of gain only measured.
		const hold = this.wall === Infinity ? this.hold : Math.max(WALL_HOLD, this.hold);
		this.rest = hold * Math.max(REST_ROUNDS * this.limit, REST_ANSWERS);
		this.hold = Math.min(2 * hold, LONGEST_HOLD);
	}

	private allow(limit: number): void {
		this.limit = limit;
		this.epoch++;
		this.round = new Round(limit);
	}
}

const less = (limit: number, part: number) =>
	Math.max(1, limit - Math.max(1, Math.floor(limit * part)));

const mixed = (known: number | undefined, measured: number) =>
	known === undefined ? measured : known + (measured - known) / 8;
