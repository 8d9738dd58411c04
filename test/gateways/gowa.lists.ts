/** GOWA's lists of chats (docs/providers/gowa.md). */
import type { ListVector } from '../vectors/lists';
import type { Answered } from '../vectors/vector';
import { gowa } from './gowa.vectors';

const basic = Buffer.from(String(gowa.credential.token)).toString('base64');
const headers = { 'x-device-id': '{instance}', authorization: `Basic ${basic}` };

const listOf = (
	kind: ListVector['kind'],
	that: string,
	answered: Answered,
	comes: ListVector['comes'],
): ListVector => ({
	that: `${kind} ${that}`,
	kind,
	exchanges: [
		{
			sent: {
				method: 'GET',
				path: kind === 'groups' ? '/user/my/groups' : '/user/my/contacts',
				headers,
			},
			answered,
		},
	],
	comes,
});
const success = (data: unknown): Answered => ({
	status: 200,
	body: { code: 'SUCCESS', message: 'Success', results: { data } },
});

const group = '120363043968066561@g.us';
const person = '5511987654321@s.whatsapp.net';

export const lists: readonly ListVector[] = [
	listOf(
		'groups',
		'without communities and suspended ones',
		success([
			{ JID: group, Name: 'Sales team', IsParent: false, Suspended: false },
			{ JID: '120363043968066562@g.us', Name: 'All of us', IsParent: true },
			{ JID: '120363043968066563@g.us', Name: 'Spam', Suspended: true },
			{ JID: '120363043968066564@g.us', Name: '' },
		]),
		[
			[group, 'Sales team'],
			['120363043968066564@g.us', null],
		],
	),
	listOf('people', 'in whatever order', success([{ jid: person, name: 'Ana' }]), [[person, 'Ana']]),
	...(['groups', 'people'] as const).flatMap((kind) => [
		listOf(kind, 'that is empty', success(null), []),
		listOf(kind, 'that is not there', success(undefined), []),
		listOf(
			kind,
			'that is none',
			success({ JID: group }),
			/"results\.data" is not what was expected/,
		),
		listOf(kind, 'that fails', { status: 500, body: { message: 'Oh' } }, /HTTP 500\): Oh/),
	]),
];
