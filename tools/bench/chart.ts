/** The bar chart for the README: items per second, readable on light and dark pages. */
import { labels } from './contenders';
import { rateOf } from './series';
import { labelOf } from './suites/lines';
import { keyOf, type Throughput } from './suites/throughput';

const WIDTH = 800;
const LABEL = 330;
const BAR = 18;
const GAP = 7;

const STYLE = `
	text { font: 13px system-ui, sans-serif; fill: #24292f; }
	.title { font-weight: 600; font-size: 14px; }
	.own { fill: #1a7f37; }
	.other { fill: #8c959f; }
	@media (prefers-color-scheme: dark) {
		text { fill: #e6edf3; }
		.own { fill: #3fb950; }
		.other { fill: #6e7681; }
	}
`;

interface Bar {
	readonly label: string;
	readonly rate: number;
	readonly isOwn: boolean;
}

const shown = [
	{
		title: 'PlugzAPI form, gateway answers after 50 ms',
		key: keyOf('plugzApi', 50),
		own: ['node'],
		bare: ['bareUndici', 8],
	},
	{
		title: 'Evolution API form, gateway answers at once',
		key: keyOf('evolutionV2', 0),
		own: ['node', 1],
		bare: ['bareUndici', 1],
	},
] as const;

const escape = (text: string): string =>
	text.replace(/`/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;');

function barsOf(throughput: Throughput, { key, own: line, bare }: (typeof shown)[number]): Bar[] {
	const samples = throughput.get(key) ?? new Map();
	const own = labelOf(line);
	return [
		own,
		labels.httpRequestInOrder,
		labels.orion,
		labels.httpRequestNode,
		labelOf(bare),
	].flatMap((label) =>
		samples.has(label)
			? [{ label, rate: rateOf(samples, label).median, isOwn: label === own }]
			: [],
	);
}

export function chartOf(throughput: Throughput): string {
	const parts: string[] = [];
	let y = 0;
	for (const group of shown) {
		const bars = barsOf(throughput, group);
		const most = Math.max(...bars.map(({ rate }) => rate));
		y += 24;
		parts.push(`<text class="title" x="0" y="${y}">${group.title}, items per second</text>`);
		y += 10;
		for (const { label, rate, isOwn } of bars) {
			const width = Math.max(2, Math.round(((WIDTH - LABEL - 60) * rate) / most));
			const middle = y + BAR - 5;
			parts.push(
				`<text x="${LABEL - 8}" y="${middle}" text-anchor="end">${escape(label)}</text>`,
				`<rect class="${isOwn ? 'own' : 'other'}" x="${LABEL}" y="${y}" width="${width}" height="${BAR}" rx="3"/>`,
				`<text x="${LABEL + width + 6}" y="${middle}">${rate.toFixed(0)}</text>`,
			);
			y += BAR + GAP;
		}
	}
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 6}" role="img">`,
		`<title>Items per second of this node and of what people would use instead</title>`,
		`<style>${STYLE}</style>`,
		...parts,
		'</svg>',
		'',
	].join('\n');
}
