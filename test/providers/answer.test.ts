/** How answers of any gateway are read: what of a body is a value, and what is said where none is. */
import { z } from 'zod';
import {
	digitsOf,
	flag,
	isoTime,
	lidOf,
	oneOrMany,
	optionalFlag,
	optionalText,
	readAnswer,
	rowsWith,
	someText,
} from '../../nodes/WhatsAppContacts/providers/answer';
import { asRecord, cutIn, textsIn } from '../../nodes/WhatsAppContacts/providers/bodies';
import type { Answer } from '../../nodes/WhatsAppContacts/providers/provider';
import { reasonIn, refuse } from '../../nodes/WhatsAppContacts/providers/refusal';

const answered = (body: unknown, more: Partial<Answer> = {}): Answer => ({
	...{ status: 200, body, headers: {}, oversized: false },
	text: JSON.stringify(body) ?? '',
	...more,
});
const reader = {
	displayName: 'Gateway',
	refusal: (answer: Answer) =>
		refuse('Gateway', answer, {
			happening: asRecord(answer.body).error === undefined ? 'unexpectedResponse' : 'notConnected',
		}),
};
const schema = z.object({ id: z.string(), to: z.object({ jid: z.string() }).optional() });
type Schema = z.ZodType<unknown, z.ZodTypeDef, unknown>;
const complaintOf = (answer: Answer, as: Schema = schema) => {
	const read = readAnswer(answer, as, reader);
	return 'refused' in read ? read.refused.message : read.value;
};

describe('an answer', () => {
	it.each([200, 299])('with the status %d may be one', (status) => {
		expect(complaintOf(answered({ id: 'a' }, { status }))).toEqual({ id: 'a' });
	});

	it.each([199, 300])('with the status %d is none', (status) => {
		expect(readAnswer(answered({ id: 'a' }, { status }), schema, reader)).toHaveProperty('refused');
	});

	it('that the gateway refused is told by the refusal', () => {
		expect(readAnswer(answered({ error: 'Oh' }), schema, reader)).toMatchObject({
			refused: { happening: 'notConnected' },
		});
	});

	it.each<[Partial<Answer> & { body: unknown }, string]>([
		[
			{ body: undefined, text: '', oversized: true },
			'the answer is larger than 5 MiB or cannot be decompressed',
		],
		[{ body: undefined, text: ' \n' }, 'the answer is empty'],
		[{ body: undefined, text: 'Hello' }, 'the answer is not JSON'],
		[{ body: [] }, 'the answer is not what was expected'],
		[{ body: {} }, '"id" is missing'],
		[{ body: { id: 5 } }, '"id" is not what was expected'],
		[{ body: { id: 'a', to: {} } }, '"to.jid" is missing'],
		[{ body: { id: 'a', to: { jid: null } } }, '"to.jid" is not what was expected'],
	])('that is not as promised says why: %j', ({ body, ...more }, why) => {
		expect(complaintOf(answered(body, more))).toMatch(new RegExp(`: ${why}$`));
	});

	it.each<[unknown, string]>([
		[{ a: { b: {} } }, '"a.b.c" is missing'],
		[{ a: 5 }, '"a" is not what was expected'],
		[5, 'the answer is not what was expected'],
	])('of several forms names the deepest field: %j', (body, why) => {
		const deep = z.object({ a: z.object({ b: z.object({ c: z.string() }) }) });
		const forms = z.union([z.object({ a: z.string() }), z.union([z.array(z.string()), deep])]);
		const flat = typeof body === 'object' && 'b' in asRecord(asRecord(body).a);
		expect(complaintOf(answered(body), flat ? forms : z.union([z.string(), deep]))).toMatch(
			new RegExp(`: ${why}$`),
		);
	});
});

it.each<[Schema, unknown, unknown]>([
	[optionalText, undefined, null],
	[optionalText, null, null],
	[optionalText, ' ', null],
	[optionalText, ' a ', ' a '],
	[someText, 'a', 'a'],
	[flag, true, true],
	[flag, false, false],
	[flag, ' True ', true],
	[flag, 'FALSE', false],
	[optionalFlag, undefined, null],
	[optionalFlag, null, null],
	[optionalFlag, false, false],
	[oneOrMany(z.string()), 'a', ['a']],
	[oneOrMany(z.string()), ['a', 'b'], ['a', 'b']],
	[
		rowsWith(z.object({ n: z.number() }), 'n'),
		{ n: 1, m: 2 },
		[{ said: { n: 1 }, raw: { n: 1, m: 2 } }],
	],
	[rowsWith(z.object({ n: z.number() }), 'n'), [5, { n: 1 }], [{ said: { n: 1 }, raw: { n: 1 } }]],
])('a value is read: %#', (as, value, read) => {
	expect(as.parse(value)).toEqual(read);
});

it.each<[Schema, unknown]>([
	[optionalText, 5],
	[someText, ''],
	[someText, ' '],
	[someText, undefined],
	[flag, 'yes'],
	[flag, 'true or false'],
	[flag, 'untrue'],
	[flag, null],
	[optionalFlag, 'true'],
	[oneOrMany(z.string()), [5]],
])('a value is not what it should be: %#', (as, value) => {
	expect(as.safeParse(value).success).toBe(false);
});

it('a list without a row that can be read lacks what a row is known by', () => {
	expect(complaintOf(answered([{ m: 1 }, 5]), rowsWith(z.object({ n: z.number() }), 'n'))).toMatch(
		/: "n" is missing$/,
	);
});

it.each<[string | null | undefined, string | null, string | null]>([
	['5511987654321', '5511987654321', null],
	['+5511987654321', '5511987654321', null],
	['5511987654321@c.us', '5511987654321', null],
	['5511987654321:12@s.whatsapp.net', '5511987654321', null],
	['12345', '12345', null],
	['1234', null, null],
	['1'.repeat(15), '1'.repeat(15), null],
	['1'.repeat(16), null, null],
	['99887766554433@lid', null, '99887766554433@lid'],
	['120363043968066561@g.us', null, null],
	['5511987654321@cxus', null, null],
	['5511987654321@sxwhatsapp.net', null, null],
	['a5511987654321', null, null],
	['5511987654321@c.us.example', null, null],
	['', null, null],
	[null, null, null],
	[undefined, null, null],
])('the id %j has the digits %j and the privacy id %j', (id, digits, lid) => {
	expect([digitsOf(id), lidOf(id)]).toEqual([digits, lid]);
});

it.each<[unknown, string | null]>([
	[1717780437, '2024-06-07T17:13:57.000Z'],
	['1717780437', '2024-06-07T17:13:57.000Z'],
	[0.5, '1970-01-01T00:00:00.500Z'],
	[8.639e12, '+275729-01-04T22:13:20.000Z'],
	[8.64e12, null],
	[0, null],
	[-1, null],
	['', null],
	['1717780437x', null],
	['x1717780437', null],
	['1'.repeat(13), null],
	[null, null],
	[NaN, null],
	[true, null],
])('the seconds %j are the time %j', (seconds, time) => {
	expect(isoTime(seconds)).toBe(time);
});

it.each<[unknown, unknown]>([
	[{ a: 1 }, { a: 1 }],
	[[1], {}],
	[null, {}],
	['text', {}],
	[undefined, {}],
])('%j has the keys of %j', (value, record) => {
	expect(asRecord(value)).toEqual(record);
});

describe('what a gateway said', () => {
	const long = 'a'.repeat(6000);
	const cut = `${'a'.repeat(5000)}…`;

	it('is cut in every text of it', () => {
		expect(cutIn(long)).toBe(cut);
		expect(cutIn({ [long]: [long, 5, null, true] })).toEqual({ [cut]: [cut, 5, null, true] });
	});

	it('is looked into five levels deep', () => {
		const lists = (depth: number): unknown => (depth === 0 ? 'a' : [lists(depth - 1)]);
		const objects = (depth: number): unknown => (depth === 0 ? 'a' : { error: objects(depth - 1) });
		expect(cutIn(lists(5))).toEqual(lists(5));
		expect(cutIn(lists(6))).toEqual([[[[[undefined]]]]]);
		expect(cutIn(objects(6))).toEqual({
			error: { error: { error: { error: { error: undefined } } } },
		});
		for (const nested of [lists, objects]) {
			expect(textsIn(nested(5))).toEqual(['a']);
			expect(textsIn(nested(6))).toEqual([]);
		}
	});

	it('may be a reason, the most telling text first', () => {
		const body = {
			...{ error_description: 'f', response: ['e', { message: 'e2' }], reason: 'd' },
			...{ description: 'c', error: 'b', message: 'a', other: 'no' },
		};
		expect(textsIn(body)).toEqual(['a', 'b', 'c', 'd', 'e', 'e2', 'f']);
		expect(textsIn(long)).toEqual([cut]);
		expect(textsIn([5, null, 'a'])).toEqual(['a']);
	});

	it('is no reason but data where it is many texts', () => {
		const eleven = Array.from({ length: 11 }, (_, index) => String(index));
		expect(textsIn(eleven)).toEqual(eleven.slice(0, 10));
		expect(textsIn({ message: eleven, error: eleven, reason: eleven })).toHaveLength(20);
	});
});

it.each<[unknown, string, string]>([
	[{ message: ['a', 'a', 'b'] }, '', 'a; b'],
	[undefined, 'plain\n text', 'plain text'],
	[undefined, '2 < 3', '2 < 3'],
	[undefined, '<!doctype html><title>A</title>', 'a web page titled "A"'],
	[undefined, '<html><pre>Cannot GET /</pre>', 'a web page titled "Cannot GET /"'],
	[undefined, '<title lang="en">B<b>', 'a web page titled "B"'],
	[undefined, '<html><title></title>', 'a web page'],
	[undefined, '<html><title', 'a web page'],
	[{ message: 'only 123@lid and 12345@c.us' }, '', 'only 123@lid and [number]'],
	[{ message: '5511987654321@s.whatsapp.net, 12345@lid' }, '', '[number], [number]'],
	[{ message: '5511987654321@g.us' }, '', '5511987654321@g.us'],
	[{ message: 'a\u0000\u2028\u2029 b ' }, '', 'a b'],
])('the reason in %j %s is: %s', (body, text, reason) => {
	expect(reasonIn(answered(body, { text }))).toBe(reason);
});
