/** WAHA's lists of chats, which differ by engine (docs/providers/waha.md). */
import type { ListVector } from '../vectors/lists';
import type { Exchange } from '../vectors/vector';
import { waha } from './waha.vectors';

const headers = { 'x-api-key': String(waha.credential.token) };
const groups = (body: unknown, status = 200): Exchange => ({
	sent: { method: 'GET', path: '/api/{instance}/groups?exclude=participants', headers },
	answered: { status, body },
});
const people = (offset: number, body: unknown, status = 200): Exchange => ({
	sent: {
		method: 'GET',
		path: `/api/contacts/all?session={instance}&limit=5000&offset=${offset}&sortBy=id&sortOrder=asc`,
		headers,
	},
	answered: { status, body },
});

const one = '120363043968066561@g.us';
const two = '120363043968066562@g.us';
const person = '5511987654321@c.us';
const idOf = (index: number) => `${5_511_970_010_000 + index}@c.us`;
const rows = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: idOf(from + index), name: 'Ana' }));
const chats = (count: number) =>
	Array.from({ length: count }, (_, index) => [idOf(index), 'Ana'] as const);
const withoutStore = { message: 'Enable NOWEB store "config.noweb.store.enabled=True"' };

const ofGroups = (that: string, exchange: Exchange, comes: ListVector['comes']): ListVector => ({
	that: `groups ${that}`,
	kind: 'groups',
	exchanges: [exchange],
	comes,
});
const ofPeople = (
	that: string,
	exchanges: readonly Exchange[],
	comes: ListVector['comes'],
): ListVector => ({ that: `people ${that}`, kind: 'people', exchanges, comes });

export const lists: readonly ListVector[] = [
	ofGroups(
		'of WEBJS and WPP, without those that were left',
		groups([
			{ id: { _serialized: one }, name: 'Sales team', isReadOnly: false },
			{ id: { $1: two }, name: 'Old orders' },
			{ id: { user: '120363043968066563', server: 'g.us' }, name: 'Split' },
			{ id: { user: '120363043968066564' }, name: 'Nowhere' },
			{ id: { server: 'g.us' }, name: 'Nobody' },
			{ id: { _serialized: '120363043968066565@g.us' }, name: 'Left', isReadOnly: true },
		]),
		[
			[one, 'Sales team'],
			[two, 'Old orders'],
			['120363043968066563@g.us', 'Split'],
		],
	),
	ofGroups(
		'of GOWS, without communities and suspended ones',
		groups([
			{ JID: one, Name: 'Sales team', IsParent: false },
			{ JID: two, Name: 'All of us', IsParent: true },
			{ JID: '120363043968066563@g.us', Name: 'Spam', Suspended: true },
		]),
		[[one, 'Sales team']],
	),
	ofGroups(
		'of NOWEB, by their ids',
		groups({
			[one]: { id: one, subject: 'Sales team', name: 'No' },
			[two]: { id: two, subject: 'All of us', isCommunity: true },
		}),
		[[one, 'Sales team']],
	),
	ofGroups('that is another object', groups({ ok: { id: one } }), /not what was expected/),
	ofGroups('that fails', groups({ message: 'Oh' }, 500), /HTTP 500\): Oh/),
	ofPeople(
		'without oneself and groups',
		[
			people(0, [
				{ id: person, name: 'Ana Silva', pushname: 'Ana' },
				{ id: idOf(2), pushname: 'Bia' },
				{ id: idOf(3), name: 'Me', isMe: true },
				{ id: one, name: 'Sales team', isGroup: true },
				{ id: idOf(4), isMe: false, isGroup: false },
			]),
		],
		[
			[person, 'Ana Silva'],
			[idOf(2), 'Bia'],
			[idOf(4), null],
		],
	),
	ofPeople('page by page', [people(0, rows(0, 5000)), people(5000, rows(5000, 1))], chats(5001)),
	ofPeople(
		'up to four pages',
		[0, 5000, 10_000, 15_000].map((from) => people(from, rows(from, 5000))),
		chats(20_000),
	),
	ofPeople(
		'is what was known before a page failed',
		[people(0, rows(0, 5000)), people(5000, { message: 'Oh' }, 500)],
		chats(5000),
	),
	ofPeople(
		'of NOWEB without a store',
		[people(0, withoutStore, 400)],
		/WAHA.*NOWEB keeps no contacts.*switch the store of NOWEB on.*Groups are listed/,
	),
	ofPeople('that is refused otherwise', [people(0, { message: 'Oh' }, 400)], /400\): Oh/),
	ofPeople('that fails over its store', [people(0, withoutStore, 500)], /500\): Enable NOWEB/),
];
