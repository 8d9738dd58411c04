// Evolution's two answers that are lists: who of these numbers is on WhatsApp, and who is known. The
// second forgets its filter on older servers and then shows strangers.

import { chatsOf, jidOf } from '../chats';
import { digitsOf, personOf } from '../directory';
import type { Outcome } from '../gateway';
import { isObject, json, type JsonObject } from '../replies';
import type { Handler } from './account';
import { unable } from './lookups';
import { checkNumbers, isOld } from './numberCheck';
import { connectionClosed, notLoaded, schemaRefusal } from './refusals';
import { problems } from './schema';
import { whatsappNumbers as numbersSchema } from './schemas';

/**
 * A row for each number, with the account's real id. Since 2.3 its refusals lack the envelope,
 * and errors of the server's own are serialised to `{}`.
 */
export const whatsappNumbers: Handler = (instance, body) => {
	const bare = (outcome: Outcome) => (isOld(instance) ? outcome : withoutEnvelope(outcome));
	const wrong = problems(numbersSchema, body);
	if (wrong.length > 0) return bare(schemaRefusal(wrong));
	const { channel, state } = instance.settings;
	const refused = unable(instance, 'whatsappNumber');
	if (refused !== undefined) {
		return state === null && channel !== 'WHATSAPP-BUSINESS' && !isOld(instance)
			? json(400, {})
			: bare(refused);
	}
	if (!isObject(body) || !Array.isArray(body.numbers)) {
		return isOld(instance) ? notLoaded('forEach') : json(400, {});
	}
	const checked = checkNumbers(instance, body.numbers.map(String));
	if ('rows' in checked) return json(200, checked.rows);
	if (!isOld(instance)) return json(400, {});
	return checked.failed === 'socketClosed' ? connectionClosed() : notLoaded('id');
};

/** The router answers the exception itself. */
function withoutEnvelope({ reply }: Outcome): Outcome {
	const { status, error, response } = JSON.parse(reply.body) as JsonObject;
	return json(Number(status), { status, error, ...(isObject(response) ? response : {}) });
}

/** v1 filters by `id`, v2 by `remoteJid` up to 2.3.6, and an unknown filter means everybody. */
export const findContacts: Handler = (instance, body) => {
	const { provider, filters = 'remoteJid' } = instance.settings;
	const where: JsonObject = isObject(body) && isObject(body.where) ? body.where : {};
	const rows = chatsOf(instance)
		.filter(({ kind }) => kind !== 'status' && kind !== 'community')
		.map((chat, index) => ({
			id: `contact-${index + 1}`,
			remoteJid: jidOf(chat),
			// A group's is that of whoever wrote last; one's own messages empty it.
			pushName: { group: 'Bia (last writer)', me: '' }[chat.kind as string] ?? chat.name ?? null,
			profilePicUrl: personOf(instance, chat.id).avatarUrl ?? null,
			isGroup: chat.kind === 'group',
			type: { group: 'group' }[chat.kind as string] ?? (chat.isMember ? 'group_member' : 'contact'),
		}));
	const isV1 = provider === 'evolutionV1';
	const honoured = isV1
		? ['id']
		: filters === 'honoured'
			? ['id', 'remoteJid', 'pushName']
			: ['remoteJid'];
	const given = honoured.filter((key) => where[key] !== undefined && filters !== 'ignored');
	const found = rows.filter((row) => {
		const seen: JsonObject = isV1 ? { id: row.remoteJid } : row;
		return given.every((key) => seen[key] === where[key]);
	});
	if (isV1) {
		return json(
			200,
			found.map(({ id, remoteJid, pushName, profilePicUrl }) => ({
				...{ _id: id, pushName, id: remoteJid, profilePictureUrl: profilePicUrl },
				owner: instance.settings.instance,
			})),
		);
	}
	const at = '2024-06-07T17:13:57.000Z';
	return json(
		200,
		found.map((row) => ({
			...row,
			...{ createdAt: at, updatedAt: at, instanceId: digitsOf(row.remoteJid) },
			isSaved: true,
		})),
	);
};
