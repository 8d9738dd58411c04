/** GREEN-API's list of chats (docs/providers/green-api.md). */
import type { ListVector } from '../vectors/lists';
import type { Answered, Exchange } from '../vectors/vector';

const getContacts = (answered: Answered): Exchange => ({
	sent: { method: 'GET', path: '/waInstance{instance}/getContacts/{token}' },
	answered,
});

export const lists: readonly ListVector[] = [
	{
		that: 'groups and people, by the name in the phone book where there is one',
		kind: 'groups',
		exchanges: [
			getContacts({
				status: 200,
				body: [
					{ id: '79001234567@c.us', name: 'Ana', contactName: 'Ana Silva', type: 'user' },
					{ id: '79001234568@c.us', name: 'Bia', contactName: '', type: 'user' },
					{ id: '79001234569@c.us', name: '', type: 'user' },
					{ id: '120363043968066561@g.us', name: 'Sales team', type: 'group' },
					{ name: 'Nobody' },
					null,
				],
			}),
		],
		comes: [
			['79001234567@c.us', 'Ana Silva'],
			['79001234568@c.us', 'Bia'],
			['79001234569@c.us', null],
			['120363043968066561@g.us', 'Sales team'],
		],
	},
	{
		that: 'chats that is no list',
		kind: 'groups',
		exchanges: [getContacts({ status: 200, body: { id: '79001234567@c.us' } })],
		comes: /GREEN-API.* not what was expected/,
	},
	{
		that: 'chats that was asked for too often',
		kind: 'groups',
		exchanges: [getContacts({ status: 429, text: 'Too many requests' })],
		comes: /too many requests/,
	},
];
