/**
 * Evolution's lists. The one of groups asks WhatsApp for each group's picture, one after the other,
 * whatever is asked of it; the one of chats is quick and knows only groups with stored messages.
 */
import { encodeSegment } from '../apiUrl';
import { asRecord, textsIn } from '../bodies';
import { listed, type ListedRow, type ListOutcome, readRows, textOf } from '../listedChats';
import type { Answer, ApiRequest, ChatList } from '../provider';
import { refuse } from '../refusal';
import { declares } from './declares';
import { reader, reconnect } from './refusal';
import type { EvolutionApiCredential } from './signing';

/** Three hundred groups take longer than proxies wait. */
const PICTURES_MS = 70_000;

/** Each row brings its last message, of any size. */
const MOST_CHATS = 300;

export const chats: ChatList<EvolutionApiCredential> = {
	inOne: false,
	ask: (kind, credential) =>
		kind === 'groups'
			? {
					method: 'fetchAllGroups',
					request: {
						method: 'GET',
						path: `group/fetchAllGroups/${of(credential)}?getParticipants=false`,
					},
					gatewayWaitsMs: PICTURES_MS,
					read: (answer) => readGroups(answer),
				}
			: {
					method: 'findContacts',
					request: post(`chat/findContacts/${of(credential)}`, {}),
					read: (answer) => readPeople(answer),
				},
	instead: (kind, credential) =>
		kind === 'people' || credential.serverVersion === 'v1'
			? undefined
			: {
					method: 'findChats',
					request: post(`chat/findChats/${of(credential)}`, { take: MOST_CHATS, skip: 0 }),
					read: (answer) => readChats(answer),
				},
	ifEmpty:
		'Evolution API lists people only if it saves contacts (DATABASE_SAVE_DATA_CONTACTS=true), and groups only if the instance does not ignore them. Check that the instance is connected',
	ifSlow:
		'Evolution API asks WhatsApp for the picture of each group, one after the other, so many groups take long',
};

function of({ instance }: EvolutionApiCredential): string {
	return encodeSegment(instance);
}

function post(path: string, body: ApiRequest['body']): ApiRequest {
	return { method: 'POST', path, body: body ?? {} };
}

function readGroups(answer: Answer): ListOutcome {
	if (isOtherChannel(answer) || isIgnoring(answer)) return { done: [], body: null };
	if (isWithoutSocket(answer)) {
		const advice = reconnect;
		return { refused: refuse(declares.displayName, answer, { happening: 'notConnected', advice }) };
	}
	const read = readRows(answer, reader);
	if ('refused' in read) return read;
	// A community's parent takes no messages.
	const groups = read.rows.filter(({ isCommunity }) => isCommunity !== true);
	return listed(groups, (row) => ({ id: textOf(row, 'id'), name: textOf(row, 'subject') }));
}

/** Meta's channel has no groups. */
function isOtherChannel(answer: Answer): boolean {
	const texts = textsIn(answer.body);
	return answer.status === 400 && texts.some((text) => text.startsWith('Method not available on'));
}

/** The instance is loaded and has lost WhatsApp. */
function isWithoutSocket(answer: Answer): boolean {
	const text = 'Cannot convert undefined or null to object';
	return answer.status === 500 && textsIn(answer.body).includes(text);
}

/** A v1 server whose instance ignores groups answers nothing at all. */
function isIgnoring({ status, text, oversized }: Answer): boolean {
	return status === 200 && text === '' && !oversized;
}

/** Of v1 `id` is the chat's; of v2 it is the database's. A group's `pushName` is its last writer's. */
function readPeople(answer: Answer): ListOutcome {
	const read = readRows(answer, reader);
	if ('refused' in read) return read;
	const people = read.rows.filter(({ type }) => type === undefined || type === 'contact');
	return listed(people, (row) => ({
		id: textOf(row, 'remoteJid', 'id'),
		name: textOf(row, 'pushName'),
	}));
}

function readChats(answer: Answer): ListOutcome {
	const read = readRows(answer, reader);
	if ('refused' in read) return read;
	return listed(read.rows.map(asRecord), (row) => ({
		id: textOf(row, 'remoteJid'),
		name: hasOwnName(row) ? textOf(row, 'pushName') : null,
	}));
}

/** Servers before 2.3.0 call a group by the name of whoever wrote last. */
function hasOwnName(row: ListedRow): boolean {
	return 'isSaved' in row || 'windowActive' in row;
}
