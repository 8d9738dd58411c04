/** `npm run bench`: measures, prints, and writes `results.md` and `results.svg`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Bench, Runner } from './bench';
import { makeCertificate } from './certificate';
import { chartOf } from './chart';
import { describeMachine } from './environment';
import { install, unpackPackage } from './hosts';
import { Progress } from './progress';
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

async function main(): Promise<void> {
	const quick = process.argv.includes('--quick');
	if (process.argv.includes('--parsing')) {
		const { goals, tables } = parsing(quick);
		console.log([...goalLines(goals), '', ...tables.map(markdown)].join('\n'));
		return;
	}
	const say = (line: string) => console.error(line);
	install(say);
	unpackPackage();
	const folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-contacts-bench-'));
	const progress = new Progress(quick ? 0.15 : 1);
	const bench = new Bench(makeCertificate(folder), quick, (line) => say(progress.line(line)));
	const startedAt = new Date();
	try {
		if (process.argv.includes('--checks')) {
			const runner = await Runner.open(bench.certificate);
			const { goals, tables } = await checks(bench, runner);
			await runner.close();
			console.log([...goalLines(goals), '', ...tables.map(markdown)].join('\n'));
			return;
		}
		const loaded = await progress.part('loading', () => loading(bench));
		const first = await progress.part('firstItem', () => firstItem(bench));
		const runner = await Runner.open(bench.certificate);
		const throughput = await progress.part('throughput', () => measureThroughput(bench, runner));
		const chat = await progress.part('singleChat', () => singleChat(bench, runner));
		const green = await progress.part('greenApi', () => greenApi(bench, runner));
		const crowded = await progress.part('crowds', () => crowds(bench, runner));
		const checked = await progress.part('checks', () => checks(bench, runner));
		await runner.close();
		const costs = await progress.part('cost', () => cost(bench, throughput));
		const grown = await progress.part('growth', () => growth(bench));
		const sent = reportThroughput(throughput);
		const parsed = parsing(quick);
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
		const svg = chartOf(throughput);
		if (!quick) writeFileSync(path.join(__dirname, 'results.svg'), svg);
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
