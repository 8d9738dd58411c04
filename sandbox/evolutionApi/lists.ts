// Evolution's two answers that are lists: who of these numbers is on WhatsApp, and who is known. The
// second forgets its filter on older servers and then shows strangers.

import { contactsOf, digitsOf, lidOf, personOf } from '../directory';
import { isObject, json, type JsonObject } from '../replies';
import { createJid, isGroup } from './createJid';
import type { Handler } from './handler';
import { unable } from './lookups';
import { schemaRefusal } from './refusals';
import { problems } from './schema';
import { whatsappNumbers as numbersSchema } from './schemas';
import { exists } from './sendContact';

/** One row for each number asked, in their order; groups always exist. */
export const whatsappNumbers: Handler = (instance, body) => {
	const wrong = problems(numbersSchema, body);
	if (wrong.length > 0) {
		// v2 leaves its usual envelope out here.
		return instance.settings.provider === 'evolutionV1'
			? schemaRefusal(wrong)
			: json(400, { status: 400, error: 'Bad Request', message: [wrong] });
	}
	const refused = unable(instance, 'whatsappNumber');
	if (refused !== undefined) return refused;
	const numbers = isObject(body) && Array.isArray(body.numbers) ? body.numbers.map(String) : [];
	return json(
		200,
		numbers.map((number) => {
			const jid = createJid(number);
			if (!isGroup(jid) && !jid.endsWith('@lid') && !exists(instance, number, jid)) {
				return { jid, exists: false, number };
			}
			const person = personOf(instance, jid);
			return {
				jid,
				exists: true,
				number,
				name: person.name,
				lid: person.digits && !isGroup(jid) ? `${lidOf(person.digits, person)}@lid` : undefined,
			};
		}),
	);
};

/** v1 filters by `id`, v2 by `remoteJid` up to 2.3.6, and an unknown filter means everybody. */
export const findContacts: Handler = (instance, body) => {
	const { provider, filters = 'remoteJid' } = instance.settings;
	const where: JsonObject = isObject(body) && isObject(body.where) ? body.where : {};
	const rows = contactsOf(instance).map(([digits, { name, avatarUrl }], index) => ({
		id: `contact-${index + 1}`,
		remoteJid: `${digits}@s.whatsapp.net`,
		pushName: name ?? null,
		profilePicUrl: avatarUrl ?? null,
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
			...{ isGroup: false, isSaved: true, type: 'contact' },
		})),
	);
};
