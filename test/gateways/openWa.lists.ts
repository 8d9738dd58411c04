/** OpenWA's lists of chats (docs/providers/openwa.md). */
import type { ListVector } from '../vectors/lists';
import type { Exchange } from '../vectors/vector';
import { openWa } from './openWa.vectors';

const list = (method: string, body: unknown, status = 200): Exchange => ({
	sent: {
		method: 'GET',
		path: `/api/sessions/{instance}/${method}?limit=1000&offset=0`,
		headers: { 'x-api-key': String(openWa.credential.token) },
	},
	answered: { status, body },
});

const group = '120363043968066561@g.us';
const person = '5511987654321@c.us';
const failure = { statusCode: 500, message: 'Oh' };

export const lists: readonly ListVector[] = [
	{
		that: 'groups',
		kind: 'groups',
		exchanges: [list('groups', [{ id: group, name: 'Sales team', linkedParentJID: null }])],
		comes: [[group, 'Sales team']],
	},
	{
		that: 'groups that is empty',
		kind: 'groups',
		exchanges: [list('groups', [])],
		comes: [],
	},
	{
		that: 'people, by the saved name where there is one',
		kind: 'people',
		exchanges: [
			list('contacts', [
				{ id: person, name: 'Ana Silva', pushName: 'Ana' },
				{ id: '5511987654322@c.us', pushName: 'Bia' },
				{ id: '5511987654323@c.us' },
			]),
		],
		comes: [
			[person, 'Ana Silva'],
			['5511987654322@c.us', 'Bia'],
			['5511987654323@c.us', null],
		],
	},
	{
		that: 'people from the chats, where no contacts are known',
		kind: 'people',
		exchanges: [list('contacts', []), list('chats', [{ id: person, name: 'Ana' }])],
		comes: [[person, 'Ana']],
	},
	{
		that: 'people whose contacts fail is a refusal',
		kind: 'people',
		exchanges: [list('contacts', failure, 500)],
		comes: /HTTP 500\): Oh/,
	},
	{
		that: 'people whose chats fail is a refusal',
		kind: 'people',
		exchanges: [list('contacts', []), list('chats', failure, 500)],
		comes: /HTTP 500\): Oh/,
	},
];
