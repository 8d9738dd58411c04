/**
 * Places rooms in rows so that every arrow points down: a row is the longest way from the top, and
 * long arrows pass through gaps of the rows between. The same house gives the same places.
 */
import type { Arrow, House } from './imports';

/** A room, or a gap that an arrow passes through. */
interface Place {
	readonly key: string;
	readonly row: number;
	readonly width: number;
	readonly isRoom: boolean;
	/** Its middle. */
	x: number;
}

/** Where everything stands, for whoever draws it. */
export interface Layout {
	readonly places: ReadonlyMap<string, Readonly<Place>>;
	readonly rows: number;
	readonly width: number;
	/** Each arrow with the places that it goes through, both ends included. */
	readonly ways: ReadonlyArray<{ readonly arrow: Arrow; readonly through: readonly string[] }>;
}

const ROOM_WIDTH = 234;
const GAP_WIDTH = 2;
const SPACE = 20;
const SWEEPS = 24;

/** The row of each room; rooms that import each other have none. */
export function rowsOf({ rooms, arrows }: House): Map<string, number> {
	const rows = new Map<string, number>();
	const visit = (name: string, above: readonly string[]): number => {
		if (above.includes(name)) {
			throw new Error(`Rooms import each other: ${[...above, name].join(' → ')}`);
		}
		const known = rows.get(name);
		if (known !== undefined) return known;
		const users = arrows.filter(({ to }) => to === name).map(({ from }) => from);
		const row = Math.max(-1, ...users.map((user) => visit(user, [...above, name]))) + 1;
		rows.set(name, row);
		return row;
	};
	for (const { name } of rooms) visit(name, []);
	return rows;
}

/** Places every room, and leaves gaps for the arrows that pass a row. */
export function layOut(house: House): Layout {
	const rowOf = rowsOf(house);
	const row = (name: string) => rowOf.get(name) ?? 0;
	const places = new Map<string, Place>();
	const add = (key: string, at: number, isRoom: boolean) =>
		places.set(key, { key, row: at, isRoom, width: isRoom ? ROOM_WIDTH : GAP_WIDTH, x: 0 });
	for (const { name } of house.rooms) add(name, row(name), true);
	const ways = house.arrows.map((arrow) => {
		const between = Array.from({ length: row(arrow.to) - row(arrow.from) - 1 }, (_, index) => {
			const key = `${arrow.from} ${arrow.to} ${index}`;
			add(key, row(arrow.from) + 1 + index, false);
			return key;
		});
		return { arrow, through: [arrow.from, ...between, arrow.to] };
	});
	const rows = Math.max(...rowOf.values()) + 1;
	const width = arrange(places, ways, rows);
	return { places, ways, rows, width };
}

/** Moves places towards their neighbours, row by row, down and up; answers the whole width. */
function arrange(places: Map<string, Place>, ways: Layout['ways'], rows: number): number {
	const neighbours = new Map<string, Place[]>();
	for (const { through } of ways) {
		for (const [index, key] of through.entries()) {
			const beside = [through[index - 1], through[index + 1]].flatMap((each) =>
				each === undefined ? [] : (places.get(each) ?? []),
			);
			neighbours.set(key, [...(neighbours.get(key) ?? []), ...beside]);
		}
	}
	const inRow = Array.from({ length: rows }, (_, row) =>
		[...places.values()].filter((place) => place.row === row),
	);
	for (const row of inRow)
		spread(
			row,
			row.map(({ width }, index) => index * width),
		);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		for (const row of sweep % 2 === 0 ? inRow : [...inRow].reverse()) {
			const wanted = row.map((place) => wish(place, neighbours.get(place.key) ?? []));
			const order = row.map((_, index) => index);
			order.sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0) || one - other);
			const sorted = order.map((index) => row[index] as Place);
			spread(
				sorted,
				order.map((index) => wanted[index] ?? 0),
			);
			row.splice(0, row.length, ...sorted);
		}
	}
	const left = Math.min(...[...places.values()].map(({ x, width }) => x - width / 2));
	for (const place of places.values()) place.x -= left;
	return Math.max(...[...places.values()].map(({ x, width }) => x + width / 2));
}

function wish(place: Place, beside: readonly Place[]): number {
	if (beside.length === 0) return place.x;
	return beside.reduce((sum, { x }) => sum + x, 0) / beside.length;
}

/** As near to the wishes as the widths allow: pushed right, then the whole row moved back. */
function spread(row: readonly Place[], wanted: readonly number[]): void {
	let edge = -Infinity;
	let shift = 0;
	for (const [index, place] of row.entries()) {
		const wish = wanted[index] ?? 0;
		place.x = Math.max(wish, edge + SPACE + place.width / 2);
		edge = place.x + place.width / 2;
		shift += place.x - wish;
	}
	for (const place of row) place.x -= shift / row.length;
}
