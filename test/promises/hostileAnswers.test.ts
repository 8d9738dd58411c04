/**
 * Hostile answers end in a clear error within the time limit and in bounded memory, and large
 * lists stay small. Measured in processes of their own; the sandbox is in this one.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Fault, type Rule, type Sandbox, startSandbox } from '../../sandbox';
import type { Measured, Task } from './measured';
import { type Core, cores, freshInstance, type Gateway } from './sending';

jest.setTimeout(180_000);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const PROGRAM = path.join(__dirname, 'measured.ts');

type Wanted = Partial<Task> & { readonly gateway: Gateway; readonly count: number };

/** In one process, one after the other. */
async function measure(...tasks: ReadonlyArray<readonly Wanted[]>): Promise<Measured[]> {
	const whole = tasks.flat().map((task) => ({
		credential: freshInstance(sandbox, task.gateway),
		core: 'n8n-core',
		options: { timeout: 30_000, concurrency: 8 },
		...task,
	}));
	const { stdout, stderr } = await promisify(execFile)(
		process.execPath,
		['--expose-gc', '--import', 'tsx', PROGRAM, JSON.stringify(whole)],
		{ maxBuffer: 1e8 },
	);
	expect(stderr.replace(/.*ExperimentalWarning.*\n?|.*--trace-warnings.*\n?/g, '')).toBe('');
	return JSON.parse(stdout.trim().split('\n').pop() ?? '') as Measured[];
}

const MEBIBYTE = 1024 * 1024;

const bodies: ReadonlyArray<readonly [string, Fault]> = [
	['100 MB', { kind: 'huge' }],
	['a body without an end', { kind: 'endless' }],
	['a gzip bomb', { kind: 'gzipBomb', bytes: 500 * MEBIBYTE }],
	['a byte now and then', { kind: 'drip', everyMs: 100 }],
	['100,000 nested arrays', { kind: 'deepJson' }],
	['2,000,000 nested arrays', { kind: 'deepJson', depth: 2_000_000 }],
	['invalid UTF-8', { kind: 'invalidUtf8' }],
	['4 MB of HTML', { kind: 'answer', status: 502, body: `<html>${'<p>x'.repeat(MEBIBYTE)}` }],
	['4 MB of reason', { kind: 'answer', status: 400, body: { message: 'é'.repeat(2 * MEBIBYTE) } }],
	['a million empty objects', { kind: 'answer', status: 200, body: `[${'{},'.repeat(1.5e6)}{}]` }],
	['4 MB of backslashes', { kind: 'answer', status: 500, body: '\\'.repeat(4 * MEBIBYTE) }],
];

const countOf = ({ kind }: Fault) => (kind === 'drip' ? 1 : 4);
const TIMEOUT = 3000;

const crowds: ReadonlyArray<readonly [string, Fault]> = [
	['huge', { kind: 'huge' }],
	['endless', { kind: 'endless' }],
	['bombs', { kind: 'gzipBomb' }],
];

const MANY = 10_000;

let alone: Readonly<Record<Core, readonly Measured[]>>;
let inCrowds: readonly Measured[];
let ofMany: readonly Measured[];

// A process for each n8n, side by side.
beforeAll(async () => {
	const rules: Rule[] = [];
	const struckBy = (fault: Fault, gateway: Gateway) => {
		const credential = freshInstance(sandbox, gateway);
		rules.push({ match: { instance: credential.instance }, fault });
		return { gateway, credential, collects: true };
	};
	const eachBody = (core: Core) =>
		bodies.map(([, fault]) => ({
			...{ ...struckBy(fault, 'evolutionV2'), core, count: countOf(fault) },
			options: { timeout: TIMEOUT, concurrency: 1 },
		}));
	const crowd = crowds.map(([, fault]) => ({ ...struckBy(fault, 'plugzApi'), count: 32 }));
	const many = [
		{ gateway: 'plugzApi', count: MANY, isBaseline: true },
		{ gateway: 'plugzApi', count: MANY, options: { timeout: 30_000, concurrency: 64 } },
	] as const;
	const tasks = [eachBody('n8n-core'), crowd, many] as const;
	const older = eachBody('n8n-core-1');
	sandbox.plan(rules);
	const [all, ofOlder] = await Promise.all([measure(...tasks), measure(older)]);
	alone = { 'n8n-core': all.slice(0, bodies.length), 'n8n-core-1': ofOlder };
	inCrowds = all.slice(bodies.length, -many.length);
	ofMany = all.slice(-many.length);
});

describe.each(cores)('a gateway that answers in %s', (core) => {
	test.each(bodies.map(([what, fault], at) => [what, fault, at] as const))(
		'%s costs at most 64 MB and the time limit',
		(what, fault, at) => {
			const measured = alone[core][at];
			console.info(`${what}, ${core}: ${JSON.stringify(measured)}`);
			const count = countOf(fault);
			expect(Object.values(measured?.codes ?? {})).toEqual([count]);
			expect(measured?.ms).toBeLessThan(count * (TIMEOUT + 1000));
			expect(measured?.peakMegabytes).toBeLessThanOrEqual(64);
			expect(measured?.heldBytes).toBeLessThan(4 * MEBIBYTE);
		},
	);
});

test.each(crowds.map(([what], at) => [what, at] as const))(
	'8 answers at once do not add up to more (%s)',
	(what, at) => {
		const measured = inCrowds[at];
		console.info(`8 at once, ${what}: ${JSON.stringify(measured)}`);
		expect(measured?.codes).toEqual({ UNEXPECTED_RESPONSE: 32 });
		expect(measured?.peakMegabytes).toBeLessThanOrEqual(64);
	},
);

test('10,000 items come out complete, in order, and cost at most 4 KB each', () => {
	const [baseline, measured] = ofMany;
	if (!baseline || !measured) throw new Error('nothing was measured');
	const perItem = Math.round((measured.heldBytes - baseline.heldBytes) / MANY);
	console.info(
		`10,000 items: ${perItem} bytes an item beyond the items; ${JSON.stringify({ measured, baseline })}`,
	);
	expect(measured.codes).toEqual({ accepted: MANY });
	expect(measured.isInOrder).toBe(true);
	expect(perItem).toBeLessThanOrEqual(4096);
});
