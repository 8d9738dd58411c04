/** Where JSON text breaks, to the character, in every state that its grammar has. */
import { parseJsonText } from '../../nodes/WhatsAppContacts/domain/jsonText';

const faultOf = (text: string) => {
	const reading = parseJsonText(text);
	return 'problem' in reading ? reading.problem : 'none';
};

it.each([
	...[
		'',
		' \t\r\n',
		'[',
		'[1',
		'[1,',
		'{',
		'{"a"',
		'{"a":',
		'{"a":1',
		'{"a":1,',
		'{"a":[{}]',
		'[[]',
	],
])('%j ends too early', (text) => {
	const lines = text.split('\n');
	const column = (lines.at(-1)?.length ?? 0) + 1;
	expect(faultOf(text)).toBe(
		`is no valid JSON: it ends too early, at line ${lines.length}, column ${column} (position ${text.length})`,
	);
});

it.each<readonly [string, number]>([
	...[':', ',', ']', '}', 'tru', 'nul', '.5', '+1', '-', 'Ana', '\u00a01', "'a'", '?'].map(
		(text) => [text, 0] as const,
	),
	// What may stand in a list, an object and behind them.
	...['[}', '[,', '[:', '{]', '{,', '{:', '{1', '{{', '{[', '{true'].map(
		(text) => [text, 1] as const,
	),
	...['[1}', '[1:', '[1{', '[1"', '{}]', '[]}', '{}{', '[],', '{}:', '1 2', '1 ]'].map(
		(text) => [text, 2] as const,
	),
	['[1,]', 3],
	['[1,,', 3],
	['[{}}', 3],
	['{"a"}', 4],
	['{"a",', 4],
	['{"a"1', 4],
	['{"a"]', 4],
	['{"a":}', 5],
	['{"a"::', 5],
	['{"a":,', 5],
	['{"a":1]', 6],
	['{"a":1:', 6],
	['{"a":1,}', 7],
	['{"a":1,1', 7],
	['{"a":1"b"', 6],
	['{"a":[1}', 7],
	['{"a":[]]', 7],
	['[{"a":1}}', 8],
	['"a" "b"', 4],
	['"a",', 3],
	['1,', 1],
	['[1,2?', 4],
	['{"a":1,"b":}', 11],
	['{"a":1,"b"}', 10],
	// Numbers and words end where they cannot go on.
	['01', 1],
	['-01', 2],
	['1.', 1],
	['1.x', 1],
	['1e', 1],
	['1e+', 1],
	['-1.5e-3x', 7],
	['10.25E+2x', 8],
	['[1e5?', 4],
	['[1e-55?', 6],
	['truex', 4],
	['falsex', 5],
	['nullx', 4],
	// A string that is none is named by its beginning.
	['["a', 1],
	['["a\\"', 1],
	['["a\n"]', 1],
	['["\x1f"]', 1],
	['["\\x"]', 1],
	['["\\u12"]', 1],
	['["\\u12g4"]', 1],
	['["\\', 1],
	['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF" x', 25],
	['"\x7f é" x', 6],
])('%j breaks at %i', (text, position) => {
	const before = text.slice(0, position).split('\n');
	expect(faultOf(text)).toMatch(
		`is no valid JSON at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} (position ${position}), near "`,
	);
});

it('counts lines and shows the next twenty characters', () => {
	expect(faultOf('[\r\n1,\n\t?abcdefghijklmnopqrstuvwxyz')).toBe(
		'is no valid JSON at line 3, column 2 (position 7), near "?abcdefghijklmnopqrs"',
	);
});

it.each(['[object Object]', ' [object Array]\n', '[object Window'])(
	'knows %j for an object',
	(text) => {
		expect(faultOf(text)).toMatch(/^is an object that an expression put into text \(use /);
	},
);

it.each([
	['5.52198765E+12', '5.52198765E+12'],
	['[1e5, -2.5E-3, 1E9, 7, -7.25]', ['1e5', '-2.5E-3', '1E9', 7, -7.25]],
	['{"1e5": "1e5", "\\"2e5": "\\\\", "c": 3e5}', { '1e5': '1e5', '"2e5': '\\', c: '3e5' }],
	['["a1e5b", 1.50, 2]', ['a1e5b', 1.5, 2]],
	['[1.50, 1e5]', [1.5, '1e5']],
	['"1e5"', '1e5'],
	['null', null],
])('reads %s, with numbers that a spreadsheet has shortened as text', (text, value) => {
	expect(parseJsonText(text)).toEqual({ value });
});
