/**
 * The process of the contenders: takes a job, runs it, says what it cost. It has a core of its own
 * and does nothing else; the gateway's account of a run is asked elsewhere.
 */
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { prepare } from './contenders';
import { BenchEngine } from './engine';
import { hotFunctions } from './profile';
import type { HotFunction, Job, Measured } from './types';

const engine = new BenchEngine();

let collections = 0;
new PerformanceObserver((list) => {
	collections += list.getEntries().length;
}).observe({ entryTypes: ['gc'] });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const heapOf = ({ heapUsed, arrayBuffers }: NodeJS.MemoryUsage): number => heapUsed + arrayBuffers;

/** The highest resident memory over the present one, sampled; the delays during `execute` only. */
function watching() {
	const delays = monitorEventLoopDelay({ resolution: 1 });
	const before = process.memoryUsage.rss();
	let peak = before;
	const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()));
	const timer = setInterval(sample, 5);
	engine.stopwatch.onStart = () => delays.enable();
	engine.stopwatch.onEnd = () => delays.disable();
	return () => {
		clearInterval(timer);
		sample();
		delete engine.stopwatch.onStart;
		delete engine.stopwatch.onEnd;
		return { peakBytes: peak - before, longestBlockMs: delays.max / 1e6 };
	};
}

/** Samples the processor's time until it is called again. */
async function profiling(): Promise<() => Promise<HotFunction[]>> {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.setSamplingInterval', { interval: 100 });
	await session.post('Profiler.start');
	return async () => {
		const { profile } = await session.post('Profiler.stop');
		session.disconnect();
		return hotFunctions(profile);
	};
}

async function measure(job: Job): Promise<Measured> {
	const run = prepare(engine, job);
	engine.stopwatch.executeMs = 0;
	engine.stopwatch.itemsOut = 0;
	global.gc?.();
	await pause(20);
	const end = job.watch ? watching() : () => ({ peakBytes: 0, longestBlockMs: 0 });
	const endProfile = job.profile ? await profiling() : undefined;
	collections = 0;
	const heap = heapOf(process.memoryUsage());
	const cpu = process.cpuUsage();
	const startedAt = performance.now();
	let failure: string | undefined;
	try {
		await run();
	} catch (error) {
		failure = error instanceof Error ? error.message : String(error);
	}
	const ms = performance.now() - startedAt;
	const { user, system } = process.cpuUsage(cpu);
	const heapBytes = heapOf(process.memoryUsage()) - heap;
	const watched = end();
	const hot = await endProfile?.();
	// The observer hears of collections a moment later.
	await pause(5);
	return {
		ms,
		executeMs: engine.stopwatch.executeMs,
		executeAt: String(engine.stopwatch.startedAt ?? 0),
		cpuMs: (user + system) / 1000,
		heapBytes,
		collections,
		itemsOut: engine.stopwatch.itemsOut,
		...watched,
		...(hot && { hot }),
		...(failure !== undefined && { failure }),
	};
}

process.on('message', (job: Job) => {
	void measure(job).then((measured) => process.send?.(measured));
});
process.on('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
process.send?.('ready');
