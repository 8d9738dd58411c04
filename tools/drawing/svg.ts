/** The house as a picture: readable at the width of a README, on a light and on a dark page. */
import type { House, Room } from './imports';
import { layOut, type Layout } from './layout';

const MARGIN = 20;
const BOX_HEIGHT = 86;
const ROW_HEIGHT = 146;
const FONT = "font-family='system-ui, sans-serif'";
const INK = '#1f2937';

/** What a room is for, under its name; a new room has to be described here. */
export const purposes: Readonly<Record<string, string>> = {
	'WhatsAppContacts.node': 'what n8n sees of the node',
	credentialTest: "the credentials' Test buttons",
	credentials: 'accounts and their signing',
	delivery: 'once, in order, in pace, safely',
	domain: 'phones, chats, cards, failures',
	nodeError: 'failures as n8n errors',
	operations: 'fields, and how they are read',
	providers: 'one gateway: asks and reads',
	run: 'items in, items out',
	transport: 'the only room with sockets',
};

const COLOURS = [
	'#2563eb',
	'#f97316',
	'#0891b2',
	'#9333ea',
	'#dc2626',
	'#64748b',
	'#4d7c0f',
	'#db2777',
	'#15803d',
	'#92400e',
];

/** Light colours on a white plate: a page shows it on a dark ground too. */
export function svgOf(house: House): string {
	const layout = layOut(house);
	const width = Math.round(layout.width + 2 * MARGIN);
	const height = top(layout.rows - 1) + BOX_HEIGHT + 2 * MARGIN;
	const colourOf = (name: string) =>
		COLOURS[house.rooms.findIndex((room) => room.name === name) % COLOURS.length] ?? INK;
	return [
		`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' width='${width}' role='img' aria-label='The rooms of the package and who imports whom'>`,
		`<rect width='${width}' height='${height}' rx='12' fill='#ffffff'/>`,
		...layout.ways.map(({ arrow, through }) =>
			wayOf(arrow.isType, colourOf(arrow.from), points(layout, through)),
		),
		...house.rooms.map((room) => boxOf(room, layout, colourOf(room.name))),
		`<text x='${MARGIN}' y='${height - 14}' ${FONT} font-size='12' fill='#6b7280'>An arrow is an import, in the colour of the room that imports; dashed: types only. Made by npm run drawing.</text>`,
		'</svg>\n',
	].join('\n');
}

const top = (row: number) => MARGIN + row * ROW_HEIGHT;

/** Where an arrow begins, passes and ends; it leaves and enters a box in order of its other end. */
function points(layout: Layout, through: readonly string[]): Point[] {
	return through.flatMap((key, index) => {
		const { x, row, isRoom } = layout.places.get(key) ?? { x: 0, row: 0, isRoom: false };
		// Straight past the boxes of a row; curves belong into the space between rows.
		const passing = { x: x + MARGIN, y: top(row) };
		if (!isRoom) return [passing, { ...passing, y: top(row) + BOX_HEIGHT }];
		const isStart = index === 0;
		const shifted = passing.x + offsetOf(layout, key, through, isStart);
		return [{ x: shifted, y: isStart ? top(row) + BOX_HEIGHT : top(row) - 3 }];
	});
}

interface Point {
	readonly x: number;
	readonly y: number;
}

function offsetOf(layout: Layout, key: string, way: readonly string[], isStart: boolean): number {
	const x = (name: string | undefined) => layout.places.get(name ?? '')?.x ?? 0;
	const ends = layout.ways
		.filter(({ through }) => (isStart ? through[0] : through.at(-1)) === key)
		.map(({ through }) => ({ through, x: x(isStart ? through[1] : through.at(-2)) }))
		.sort((one, other) => one.x - other.x);
	const index = ends.findIndex(({ through }) => through === way);
	return (index - (ends.length - 1) / 2) * Math.min(28, 170 / ends.length);
}

function wayOf(isType: boolean, colour: string, way: readonly Point[]): string {
	const [first, ...rest] = way;
	if (!first) return '';
	let from = first;
	const curves = rest.map((to) => {
		const middle = (from.y + to.y) / 2;
		const curve = `C${at(from.x, middle)} ${at(to.x, middle)} ${at(to.x, to.y)}`;
		from = to;
		return curve;
	});
	const head = `M${at(from.x - 4, from.y - 7)} L${at(from.x, from.y)} L${at(from.x + 4, from.y - 7)}`;
	const dash = isType ? " stroke-dasharray='5 4'" : '';
	return `<g fill='none' stroke='${colour}' stroke-width='1.6'><path d='M${at(first.x, first.y)} ${curves.join(' ')}'${dash}/><path d='${head}'/></g>`;
}

const at = (x: number, y: number) => `${Math.round(x)},${Math.round(y)}`;

function boxOf(room: Room, layout: Layout, colour: string): string {
	const { x, row, width } = layout.places.get(room.name) ?? { x: 0, row: 0, width: 0 };
	const left = Math.round(x + MARGIN - width / 2);
	const y = top(row);
	const line = (text: string, dy: number, style: string) =>
		`<text x='${left + 12}' y='${y + dy}' ${FONT} ${style}>${escape(text)}</text>`;
	const libraries = room.libraries.map(({ name, isType }) => (isType ? `${name} types` : name));
	const small = "font-size='11' fill='#6b7280'";
	return [
		`<rect x='${left}' y='${y}' width='${width}' height='${BOX_HEIGHT}' rx='8' fill='#f9fafb' stroke='${colour}' stroke-width='1.5'/>`,
		line(room.name, 22, `font-size='14' font-weight='600' fill='${INK}'`),
		line(purposes[room.name] ?? '', 40, `font-size='12' fill='${INK}'`),
		...(room.parts.length > 0
			? [line(room.parts.join(' · '), 57, `font-size='10' fill='${colour}'`)]
			: []),
		line(libraries.join(', ') || 'nothing from outside', BOX_HEIGHT - 12, small),
	].join('\n');
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
