/** The drawing says what the imports say, and every arrow of it points down. */
import { mermaidOf } from '../../tools/drawing/drawings';
import { type House, importsOf, readHouse, roomOf } from '../../tools/drawing/imports';
import { layOut, rowsOf } from '../../tools/drawing/layout';
import { purposes } from '../../tools/drawing/svg';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const house = readHouse(root);

const room = (name: string) => ({ name, parts: [], libraries: [] });

describe('The imports of a file', () => {
	it('are told from types, and exports count', () => {
		const text = [
			"import a, { type B } from './a';",
			"import type { C } from './c';",
			"import { type D, type E } from './d';",
			"import 'side-effect';",
			"export { f } from '../f';",
			"export type * from './g';",
			"const h = 'from ./h';",
		].join('\n');
		expect(importsOf('x.ts', text)).toEqual([
			{ module: './a', isType: false },
			{ module: './c', isType: true },
			{ module: './d', isType: true },
			{ module: 'side-effect', isType: false },
			{ module: '../f', isType: false },
			{ module: './g', isType: true },
		]);
	});

	it.each([
		['nodes/WhatsAppContacts/providers/greenApi/index.ts', 'providers'],
		['nodes/WhatsAppContacts/providers', 'providers'],
		['nodes/WhatsAppContacts/nodeError.ts', 'nodeError'],
		['credentials/WhatsAppGreenApi.credentials.ts', 'credentials'],
	])('in %s belong to %s', (file, expected) => {
		expect(roomOf(file)).toBe(expected);
	});
});

describe('The layout', () => {
	it('puts a room below all that import it', () => {
		const rows = rowsOf(house);
		for (const { from, to } of house.arrows) {
			expect(rows.get(from)).toBeLessThan(rows.get(to) ?? 0);
		}
	});

	it('lets no two places of a row overlap', () => {
		const { places } = layOut(house);
		const inOrder = [...places.values()].sort((a, b) => a.row - b.row || a.x - b.x);
		for (const [index, place] of inOrder.entries()) {
			const next = inOrder[index + 1];
			if (next?.row !== place.row) continue;
			expect(place.x + place.width / 2).toBeLessThan(next.x - next.width / 2);
		}
	});

	it('refuses rooms that import each other', () => {
		const circle: House = {
			rooms: [room('a'), room('b')],
			arrows: [
				{ from: 'a', to: 'b', isType: false },
				{ from: 'b', to: 'a', isType: true },
			],
		};
		expect(() => rowsOf(circle)).toThrow('Rooms import each other');
	});
});

describe('The drawing', () => {
	it('knows what every room is for, and no room that is gone', () => {
		expect(Object.keys(purposes).sort()).toEqual(house.rooms.map(({ name }) => name).sort());
	});

	it('shows type imports dashed', () => {
		const small: House = {
			rooms: [room('a.b'), { ...room('c'), parts: ['one', 'two'] }],
			arrows: [{ from: 'a.b', to: 'c', isType: true }],
		};
		expect(mermaidOf(small)).toBe(
			'flowchart TD\n  a_b["a.b"]\n  c["c<br>one · two"]\n  a_b -.-> c',
		);
	});
});
