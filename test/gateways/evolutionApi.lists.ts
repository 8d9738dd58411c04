/** Evolution API's lists of groups, contacts and chats (docs/providers/evolution-api.md). */
import type { ListVector } from '../vectors/lists';
import type { Answered, Exchange } from '../vectors/vector';

const headers = { apikey: 'B6D711FC-DE4D-4FD5-9365-44120E713976' };
const fetchAllGroups = (answered: Answered): Exchange => ({
	sent: {
		method: 'GET',
		path: '/group/fetchAllGroups/{instance}?getParticipants=false',
		headers,
	},
	answered,
});
const post = (method: string, body: unknown, answered: Answered): Exchange => ({
	sent: { method: 'POST', path: `/chat/${method}/{instance}`, headers, body },
	answered,
});

const group = '120363043968066561@g.us';
const person = '5511987654321@s.whatsapp.net';
const groups = (that: string, answered: Answered, comes: ListVector['comes']): ListVector => ({
	that: `groups ${that}`,
	kind: 'groups',
	exchanges: [fetchAllGroups(answered)],
	comes,
});
const people = (that: string, answered: Answered, comes: ListVector['comes']): ListVector => ({
	that: `people ${that}`,
	kind: 'people',
	exchanges: [post('findContacts', {}, answered)],
	comes,
});
const chats = (that: string, answered: Answered, comes: ListVector['comes']): ListVector => ({
	that: `chats ${that}`,
	kind: 'groups',
	instead: true,
	exchanges: [post('findChats', { take: 300, skip: 0 }, answered)],
	comes,
});

export const lists: readonly ListVector[] = [
	groups(
		'without the parents of communities',
		{
			status: 200,
			body: [
				{ id: group, subject: 'Sales team', isCommunity: false },
				{ id: '120363043968066562@g.us', subject: 'All of us', isCommunity: true },
				{ id: '5511999999999-1623281429@g.us', subject: '' },
			],
		},
		[
			[group, 'Sales team'],
			['5511999999999-1623281429@g.us', null],
		],
	),
	groups('of an instance that ignores them', { status: 200, text: '' }, []),
	groups(
		'of Meta’s channel',
		{
			status: 400,
			body: { response: { message: ['Method not available on Evolution Channel'] } },
		},
		[],
	),
	groups(
		'that has a channel’s words in another answer',
		{ status: 500, body: { response: { message: ['Method not available on Evolution Channel'] } } },
		/HTTP 500/,
	),
	groups(
		'with another complaint',
		{ status: 400, body: { response: { message: ['getParticipants is required'] } } },
		/getParticipants is required/,
	),
	groups(
		'of an instance that lost WhatsApp',
		{ status: 500, body: { message: 'Cannot convert undefined or null to object' } },
		/not connected to WhatsApp.*Reconnect/,
	),
	groups(
		'that has those words in another answer',
		{ status: 400, body: { message: 'Cannot convert undefined or null to object' } },
		/had an error of its own \(HTTP 400\)/,
	),
	groups(
		'that WhatsApp does not give so often',
		{ status: 500, body: { message: 'rate-overlimit' } },
		/rate-overlimit/,
	),
	groups('that cannot be read', { status: 200, body: { id: group } }, /not what was expected/),
	groups('with an empty error', { status: 404, text: '' }, /HTTP 404/),
	people(
		'of v2, by what the row is',
		{
			status: 200,
			body: [
				{ id: 'cm1', remoteJid: person, pushName: 'Ana', type: 'contact' },
				{ id: 'cm2', remoteJid: group, pushName: 'Bia', type: 'group' },
				{ id: 'cm3', remoteJid: '5511987654322@s.whatsapp.net', pushName: null },
			],
		},
		[
			[person, 'Ana'],
			['5511987654322@s.whatsapp.net', null],
		],
	),
	people('of v1, by the id', { status: 200, body: [{ id: person, pushName: 'Ana' }] }, [
		[person, 'Ana'],
	]),
	people('that fails', { status: 500, body: { message: 'Oh' } }, /HTTP 500\): Oh/),
	chats(
		'by names of their own, and not by who wrote last',
		{
			status: 200,
			body: [
				{ remoteJid: group, pushName: 'Bia' },
				{ remoteJid: '120363043968066562@g.us', pushName: 'Saved', isSaved: true },
				{ remoteJid: '120363043968066563@g.us', pushName: 'Open', windowActive: false },
				null,
			],
		},
		[
			[group, null],
			['120363043968066562@g.us', 'Saved'],
			['120363043968066563@g.us', 'Open'],
		],
	),
	chats('that fails', { status: 500, body: { message: 'Oh' } }, /HTTP 500\): Oh/),
	{
		that: 'chats of v1 does not exist',
		kind: 'groups',
		instead: true,
		credential: { serverVersion: 'v1' },
		exchanges: [],
		comes: [],
	},
	{
		that: 'people has no poorer one',
		kind: 'people',
		instead: true,
		exchanges: [],
		comes: [],
	},
];
