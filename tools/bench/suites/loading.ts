/** How long n8n's start takes longer with a package, and what the package weighs. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench';
import { files, hostRequire, packageFolder } from '../hosts';
import { CORES, firstLine, start } from '../processes';
import { count, type Goal, kilobytes, ratio, type Report, spread } from '../report';
import { type Spread, spreadOf } from '../statistics';

interface Package {
	readonly label: string;
	readonly folder: string;
	readonly files: readonly string[];
}

function packageIn(folder: string): Package {
	const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
		n8n: { nodes: string[]; credentials: string[] };
	};
	const relative = [...manifest.n8n.credentials, ...manifest.n8n.nodes];
	return {
		label: `\`${manifest.name}\` ${manifest.version}`,
		folder,
		files: relative.map((file) => path.join(folder, file)),
	};
}

const base = (file: string): string => hostRequire.resolve(`n8n-nodes-base/dist/nodes/${file}`);

export async function loading(bench: Bench): Promise<Report> {
	const ours = packageIn(packageFolder);
	const orion = packageIn(path.resolve(path.dirname(files.orion), '../../..'));
	const builtIn = (label: string, file: string) => ({ label, folder: '', files: [base(file)] });
	const all: Package[] = [
		ours,
		orion,
		builtIn("n8n's HTTP Request node", 'HttpRequest/HttpRequest.node.js'),
		builtIn("n8n's WhatsApp Business Cloud node", 'WhatsApp/WhatsApp.node.js'),
	];
	const times = new Map<string, number[]>(all.map(({ label }) => [label, []]));
	const workflow: number[] = [];
	for (let round = 0; round < (bench.quick ? 3 : 20); round++) {
		for (const each of all) {
			const probed = await probe(each.files);
			times.get(each.label)?.push(probed.filesMs);
			workflow.push(probed.workflowMs);
		}
	}
	bench.say('loading measured');
	const own = spreadOf(times.get(ours.label) ?? []);
	const sizes = [ours, orion].map((each) => ({ label: each.label, ...weigh(each.folder) }));
	return {
		tables: [
			loadingTable(
				all.map(({ label }) => [label, spreadOf(times.get(label) ?? [])]),
				own,
				workflow,
			),
			{
				title: 'Size',
				note: "Both without `n8n-workflow`, which n8n has; the peer's `axios`, its dependency in name, is not counted.",
				head: ['package', 'tarball', 'unpacked', 'files'],
				rows: sizes.map(({ label, size, unpackedSize, entryCount }) => [
					label,
					kilobytes(size),
					kilobytes(unpackedSize),
					count(entryCount),
				]),
			},
		],
		goals: goalsOf(own, sizes[0]?.size ?? Infinity),
	};
}

function loadingTable(
	rows: ReadonlyArray<readonly [string, Spread]>,
	own: Spread,
	workflow: readonly number[],
) {
	return {
		title: "Loading a package's files, ms",
		note: `Each in a process of its own, after \`n8n-workflow\`, which n8n has loaded before any node and which alone takes ${spread(spreadOf(workflow))} ms.`,
		head: ['files of', 'ratio', 'ms (min–max)'],
		rows: rows.map(([label, time]) => [label, ratio(time.median / own.median), spread(time)]),
	};
}

async function probe(probed: readonly string[]) {
	const child = start({
		core: CORES.contenders,
		args: [path.join(__dirname, '../loadProbe.js'), hostRequire.resolve('n8n-workflow'), ...probed],
	});
	return JSON.parse(await firstLine(child)) as { workflowMs: number; filesMs: number };
}

function weigh(folder: string): { size: number; unpackedSize: number; entryCount: number } {
	const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: folder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [packed] = JSON.parse(text) as Array<ReturnType<typeof weigh>>;
	if (!packed) throw new Error(`${folder} cannot be packed`);
	return packed;
}

function goalsOf(own: Spread, tarball: number): Goal[] {
	return [
		{ text: 'Loading under 80 ms', measured: `${spread(own)} ms`, reached: own.median < 80 },
		{
			text: 'Tarball under 400 kB',
			measured: kilobytes(tarball),
			reached: tarball < 400_000,
		},
	];
}
