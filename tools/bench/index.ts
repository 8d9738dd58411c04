/** `npm run bench`: measures, prints, and writes `results.md` and `results.svg`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Bench, Runner } from './bench';
import { makeCertificate } from './certificate';
import { chartOf } from './chart';
import { describeMachine } from './environment';
import { install, unpackPackage } from './hosts';
import { type PartName, Progress } from './progress';
import { stopAll } from './processes';
import { type Goal, markdown, type Report } from './report';
import { checks } from './suites/checks';
import { cost } from './suites/cost';
import { crowds } from './suites/crowds';
import { firstItem } from './suites/firstItem';
import { greenApi } from './suites/greenApi';
import { growth } from './suites/growth';
import { loading } from './suites/loading';
import { parsing } from './suites/parsing';
import { singleChat } from './suites/singleChat';
import { measureThroughput, reportThroughput } from './suites/throughput';

/** The parts that stand alone: `--part NAME` measures one of them and writes nothing. */
const alone = {
	loading,
	firstItem,
	singleChat: withRunner(singleChat),
	greenApi: withRunner(greenApi),
	crowds: withRunner(crowds),
	checks: withRunner(checks),
	growth,
	parsing: async (bench: Bench) => await Promise.resolve(parsing(bench.quick)),
} as const satisfies Partial<Record<PartName, (bench: Bench) => Promise<Report>>>;

function withRunner(
	part: (bench: Bench, runner: Runner) => Promise<Report>,
): (bench: Bench) => Promise<Report> {
	return async (bench) => {
		const runner = await Runner.open(bench.certificate);
		try {
			return await part(bench, runner);
		} finally {
			await runner.close();
		}
	};
}

const isAlone = (name: string): name is keyof typeof alone => Object.hasOwn(alone, name);

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { quick: { type: 'boolean', default: false }, part: { type: 'string' } },
	});
	const { quick, part } = values;
	if (part !== undefined && !isAlone(part)) {
		throw new Error(`Which part? One of ${Object.keys(alone).join(', ')}`);
	}
	const say = (line: string) => console.error(line);
	if (part !== 'parsing') {
		install(say);
		unpackPackage();
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-contacts-bench-'));
	const progress = new Progress(quick ? 0.15 : 1, part);
	const bench = new Bench(makeCertificate(folder), quick, (line) => say(progress.line(line)));
	const startedAt = new Date();
	const run = (name: keyof typeof alone) => progress.part(name, () => alone[name](bench));
	try {
		if (part !== undefined) {
			const { goals, tables } = await run(part);
			console.log([...goalLines(goals), '', ...tables.map(markdown)].join('\n'));
			return;
		}
		const loaded = await run('loading');
		const first = await run('firstItem');
		const throughput = await progress.part('throughput', () => measureThroughput(bench));
		const chat = await run('singleChat');
		const green = await run('greenApi');
		const crowded = await run('crowds');
		const checked = await run('checks');
		const costs = await progress.part('cost', () => cost(bench, throughput));
		const grown = await run('growth');
		const parsed = await run('parsing');
		const sent = reportThroughput(throughput);
		write(quick, startedAt, [
			sent,
			chat,
			green,
			checked,
			crowded,
			costs,
			first,
			loaded,
			grown,
			parsed,
		]);
		if (!quick) writeFileSync(path.join(__dirname, 'results.svg'), chartOf(throughput));
	} finally {
		await stopAll();
		rmSync(folder, { recursive: true, force: true });
	}
}

function write(quick: boolean, startedAt: Date, reports: readonly Report[]): void {
	const minutes = Math.round((Date.now() - startedAt.getTime()) / 60_000);
	const text = [
		'# Results of the benchmark',
		'',
		quick ? '**A short run (`--quick`): too few rounds and items to quote.**\n' : '',
		`${describeMachine()} ${startedAt.toISOString().slice(0, 10)}, ${minutes} minutes.`,
		'',
		'Each figure is a median of interleaved rounds, with minimum and maximum; ratios are to the in-order `httpRequest` node. What is measured and how is said in [README.md](README.md).',
		'',
		'## Goals',
		'',
		...goalLines(reports.flatMap(({ goals }) => goals)),
		'',
		'## Tables',
		'',
		...reports.flatMap(({ tables }) => tables).map(markdown),
	]
		.join('\n')
		.replace(/\n{3,}/g, '\n\n');
	console.log(text);
	writeFileSync(path.join(__dirname, quick ? '.work/results.md' : 'results.md'), text);
}

function goalLines(goals: readonly Goal[]): string[] {
	return [
		'| goal | measured | reached |',
		'| --- | --- | --- |',
		...goals.map(
			({ text, measured, reached }) => `| ${text} | ${measured} | ${reached ? 'yes' : '**no**'} |`,
		),
	];
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
