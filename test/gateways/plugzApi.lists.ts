/** Lists of chats of PlugzAPI and Z-API, page by page (docs/providers/plugzapi.md). */
import type { ListVector } from '../vectors/lists';
import type { Exchange } from '../vectors/vector';

const page = (method: string, number: number, body: unknown, status = 200): Exchange => ({
	sent: {
		method: 'GET',
		path: `/instances/{instance}/token/{token}/${method}?page=${number}&pageSize=500`,
	},
	answered: { status, body },
});

const phoneOf = (index: number) => String(5_511_970_010_000 + index);
const rows = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => ({ phone: phoneOf(from + index), name: 'Ana' }));
const chats = (count: number) =>
	Array.from({ length: count }, (_, index) => [phoneOf(index), 'Ana'] as const);

export const lists: readonly ListVector[] = [
	{
		that: 'groups on one page',
		kind: 'groups',
		exchanges: [
			page('groups', 1, [
				{ phone: '120363043968066561-group', name: 'Sales team', isGroup: 'true' },
				{ phone: '5511999999999-1623281429', name: ' ' },
				{ name: 'Nobody' },
			]),
		],
		comes: [
			['120363043968066561-group', 'Sales team'],
			['5511999999999-1623281429', null],
		],
	},
	...([405, 404] as const).map((status): ListVector => ({
		that: `groups from the chats, where the gateway does not know groups: ${status}`,
		kind: 'groups',
		exchanges: [
			page('groups', 1, status === 404 ? { error: 'NOT_FOUND' } : {}, status),
			page('chats', 1, rows(0, 1)),
		],
		comes: chats(1),
	})),
	{
		that: 'people that is full up to the twentieth row ends with a shorter page',
		kind: 'people',
		exchanges: [page('chats', 1, rows(0, 20)), page('chats', 2, rows(20, 19))],
		comes: chats(39),
	},
	{
		that: 'people with nineteen rows is at its end',
		kind: 'people',
		exchanges: [page('chats', 1, rows(0, 19))],
		comes: chats(19),
	},
	{
		that: 'people without rows is at its end',
		kind: 'people',
		exchanges: [page('chats', 1, [])],
		comes: [],
	},
	{
		that: 'people ends where a page repeats the one before',
		kind: 'people',
		exchanges: [page('chats', 1, rows(0, 20)), page('chats', 2, rows(0, 20))],
		comes: [...chats(20), ...chats(20)],
	},
	{
		that: 'people goes on where every page brings something new, for twenty pages',
		kind: 'people',
		exchanges: Array.from({ length: 20 }, (_, at) => page('chats', at + 1, rows(20 * at, 20))),
		comes: chats(400),
	},
	{
		that: 'people is what was known before a page failed',
		kind: 'people',
		exchanges: [page('chats', 1, rows(0, 20)), page('chats', 2, { error: 'Oh' }, 500)],
		comes: chats(20),
	},
	{
		that: 'people whose chats are unknown too is a refusal',
		kind: 'people',
		exchanges: [page('chats', 1, {}, 405)],
		comes: /405/,
	},
	{
		that: 'groups whose first page fails is a refusal',
		kind: 'groups',
		exchanges: [page('groups', 1, { error: 'Oh' }, 500)],
		comes: /had an error of its own \(HTTP 500\): Oh/,
	},
];
