/**
 * Hostile answers end in a clear error within the time limit and in bounded memory, and large
 * lists stay small. Measured in processes of their own; the sandbox is in this one.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Fault, type Sandbox, startSandbox } from '../../sandbox';
import type { Measured, Task } from './measured';
import { cores, freshInstance, type Gateway } from './sending';

jest.setTimeout(180_000);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const PROGRAM = path.join(__dirname, 'measured.ts');

type Wanted = Partial<Task> & { readonly gateway: Gateway; readonly count: number };

/** In one process, one after the other. */
async function measure(...tasks: readonly Wanted[]): Promise<Measured[]> {
	const whole = tasks.map((task) => ({
		credential: freshInstance(sandbox, task.gateway),
		core: 'n8n-core',
		options: { timeout: 5000, concurrency: 8 },
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

const countOf = ({ kind }: Fault) => (kind === 'drip' ? 1 : 8);

describe.each(cores)('a gateway that answers in %s', (core) => {
	const timeout = 3000;
	let all: Measured[] = [];
	beforeAll(async () => {
		const instances = bodies.map(() => freshInstance(sandbox, 'evolutionV2'));
		sandbox.plan(
			bodies.map(([, fault], at) => ({
				match: { instance: instances[at]?.instance ?? '' },
				fault,
			})),
		);
		const tasks = bodies.map(([, fault], at) => ({
			...({ gateway: 'evolutionV2', count: countOf(fault), core, collects: true } as const),
			...{ credential: instances[at] ?? {}, options: { timeout, concurrency: 1 } },
		}));
		all = await measure(...tasks);
	});

	test.each(bodies.map(([what, fault], at) => [what, fault, at] as const))(
		'%s costs at most 64 MB and the time limit',
		(what, fault, at) => {
			const measured = all[at];
			console.info(`${what}, ${core}: ${JSON.stringify(measured)}`);
			const count = countOf(fault);
			expect(Object.values(measured?.codes ?? {})).toEqual([count]);
			expect(measured?.ms).toBeLessThan(count * (timeout + 1000));
			expect(measured?.peakMegabytes).toBeLessThanOrEqual(64);
			expect(measured?.heldBytes).toBeLessThan(8 * MEBIBYTE);
		},
	);
});

describe('8 answers at once do not add up to more', () => {
	const crowds = [
		['huge', { kind: 'huge' }],
		['endless', { kind: 'endless' }],
		['bombs', { kind: 'gzipBomb' }],
	] as const;
	let all: Measured[] = [];
	beforeAll(async () => {
		const instances = crowds.map(() => freshInstance(sandbox, 'plugzApi'));
		sandbox.plan(
			crowds.map(([, fault], at) => ({
				match: { instance: instances[at]?.instance ?? '' },
				fault,
			})),
		);
		const tasks = instances.map((credential) => ({
			...({ gateway: 'plugzApi', count: 32, collects: true } as const),
			credential,
		}));
		all = await measure(...tasks);
	});

	test.each(crowds.map(([what], at) => [what, at] as const))('%s', (what, at) => {
		const measured = all[at];
		console.info(`8 at once, ${what}: ${JSON.stringify(measured)}`);
		expect(measured?.codes).toEqual({ UNEXPECTED_RESPONSE: 32 });
		expect(measured?.peakMegabytes).toBeLessThanOrEqual(64);
	});
});

test('10,000 items come out complete, in order, and cost at most 4 KB each', async () => {
	const count = 10_000;
	const options = { timeout: 30_000, concurrency: 64 };
	const [baseline, measured] = await measure(
		{ gateway: 'plugzApi', count, isBaseline: true },
		{ gateway: 'plugzApi', count, options },
	);
	if (!baseline || !measured) throw new Error('nothing was measured');
	const perItem = Math.round((measured.heldBytes - baseline.heldBytes) / count);
	console.info(
		`10,000 items: ${perItem} bytes an item beyond the items; ${JSON.stringify({ measured, baseline })}`,
	);
	expect(measured.codes).toEqual({ accepted: count });
	expect(measured.isInOrder).toBe(true);
	expect(perItem).toBeLessThanOrEqual(4096);
});
