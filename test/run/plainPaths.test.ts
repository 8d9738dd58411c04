/** What of a parameter the node reads without asking n8n for each item; `parameters.test.ts` compares the two. */
import type { IDataObject } from 'n8n-workflow';
import { parametersOf } from '../../nodes/WhatsAppContacts/run/parameters';
import { plainPathsOf } from '../../nodes/WhatsAppContacts/run/plainPaths';
import { blank, hostOf } from './host';

describe('a parameter', () => {
	const read = (parameters: Record<string, unknown>, name: string) => {
		const { context } = hostOf({ items: blank(2), parameters });
		const asked = jest.spyOn(context, 'getNodeParameter');
		const reader = parametersOf(context, blank(2));
		const values = [reader(name, 0), reader(name, 1)];
		return { values, asked: asked.mock.calls.map(([path, item]) => [path, item]) };
	};

	it.each<[string, Record<string, unknown>, unknown]>([
		['that is constant', { options: { timeout: 1, list: [null, true, 'a'] } }, undefined],
		['that is not there', {}, null],
		['that is called value within', { options: { value: 1 } }, undefined],
	])('%s is asked for once', (_what, parameters, value) => {
		const { values, asked } = read(parameters, 'options');
		expect(values[0]).toEqual(value === undefined ? parameters.options : value);
		expect(values[1]).toBe(values[0]);
		expect(asked).toEqual([['options', 0]]);
	});

	it.each<[string, unknown]>([
		['in a text', '={{ 1 }}'],
		['in a list', ['a', '={{ 1 }}']],
		['deep within', { a: 1, b: { c: '={{ 1 }}' } }],
		['in a key', { '={{ 1 }}': 'a' }],
		['of a path that is not there', '={{ $json.no }}'],
	])('with an expression %s is asked for of every item', (_where, options) => {
		expect(read({ options }, 'options').asked).toEqual([
			['options', 0],
			['options', 1],
		]);
	});

	it.each<[string, unknown, string, unknown]>([
		['a locator', { value: '1', cachedResultName: '={{ 1 }}' }, 'chatId.value', null],
		['an empty locator', null, 'chatId', null],
		['a text', '1', 'chatId', '1'],
		['an expression that gives a locator', () => ({ value: '1', mode: 'id' }), 'chatId', '1'],
	])('chatId as %s is asked for by its place', (_what, chatId, path, value) => {
		const { values, asked } = read({ chatId }, 'chatId');
		expect(asked[0]).toEqual([path, 0]);
		expect(values).toEqual([value, value]);
	});
});

describe('a plain path', () => {
	const read = (items: IDataObject[], said: (json: IDataObject) => unknown) => {
		const list = items.map((json) => ({ json }));
		const { context } = hostOf({
			items: list,
			parameters: { phone: said },
			node: { parameters: { phone: '={{ $json.phone }}' } },
		});
		const reader = parametersOf(context, list);
		return list.map((_, item) => reader('phone', item));
	};

	it('that an item has not is asked for, of that item', () => {
		const items = [{ phone: '1' }, {}, { phone: '3' }];
		expect(read(items, ({ phone }) => phone ?? 'none')).toEqual(['1', 'none', '3']);
	});

	it('that n8n once read otherwise is n8n’s for all items', () => {
		const items = [{ phone: '1' }, { phone: 'x' }, { phone: '3' }];
		expect(read(items, () => 'x')).toEqual(['x', 'x', 'x']);
	});
});

describe('plain paths', () => {
	const item = {
		...{ phone: '1', deep: { 'a b': 2, b: { c: 3 } }, list: [1], nothing: null },
		...{ no: false, zero: 0, blank: '', odd: NaN, endless: Infinity, 'a"b': 4, "a'b": 5, _a1: 6 },
	};

	it.each<[unknown, unknown]>([
		['={{ $json.phone }}', '1'],
		['={{$json["phone"]}}', '1'],
		['={{  $json.phone\n}}', '1'],
		["={{ $json.deep['a b'] }}", 2],
		['={{ $json["deep"]["a b"] }}', 2],
		["={{ $json['deep'].b['c'] }}", 3],
		["={{ $json['a\"b'] }}", 4],
		['={{ $json["a\'b"] }}', 5],
		['={{ $json._a1 }}', 6],
		['={{ $json.no }}', false],
		['={{ $json.zero }}', 0],
		['={{ $json.blank }}', ''],
		['={{ $json.absent }}', undefined],
		['={{ $json.odd }}', undefined],
		['={{ $json.endless }}', undefined],
		['={{ $json.phone.length }}', undefined],
		['={{ $json.list }}', undefined],
		['={{ $json.toString }}', undefined],
		['={{ $json.__proto__ }}', undefined],
		['={{ $json.nothing }}', undefined],
		['={{ $json.nothing.a }}', undefined],
		['={{ $json.deep }}', undefined],
		['phone', 'phone'],
		[null, null],
		[5, 5],
		[
			{ a: '={{ $json.phone }}', b: ['x', '={{ $json.zero }}'], c: {}, d: [] },
			{ a: '1', b: ['x', 0], c: {}, d: [] },
		],
		[{ a: '={{ $json.phone }}', b: '={{ $json.absent }}' }, undefined],
		[['={{ $json.absent }}'], undefined],
	])('%j', (typed, value) => {
		const read = plainPathsOf(typed);
		expect(read).toBeDefined();
		expect(read?.(item)).toEqual(value);
	});

	it.each<[unknown]>(
		[
			...['={{ $json }}', '={{ $json.a + 1 }}', '= {{ $json.a }}', '={{ $json.a }}{{ $json.b }}'],
			...[
				'={{ $json.a }} ',
				'={{ 1 }}={{ $json.a }}',
				'={{ x$json.a }}',
				'={{ $json.1a }}',
				'={{ $json.a. }}',
				'={{ $json.a-b }}',
			],
			...['={{ $json[0] }}', '={{ $json[""] }}', '={{ $json["a}"] }}', '={{ $json["a\\n"] }}'],
			...["={{ $json[''] }}", "={{ $json['a{'] }}", "={{ $json['a\\n'] }}", '={{ $json["a\'] }}'],
			[
				{ '={{ 1 }}': 'a' },
				JSON.parse('{ "__proto__": "a" }'),
				['a', '={{ 1 }}'],
				{ a: ['={{ 1 }}'] },
			],
		]
			.flat()
			.map((typed) => [typed]),
	)('%j is for n8n', (typed) => {
		expect(plainPathsOf(typed)).toBeUndefined();
	});
});
