// Evolution's questions about one person. Their failures hide well: a 200 of nulls, a 500 that
// speaks of something else.

import { personOf } from '../directory';
import type { Outcome } from '../gateway';
import { isObject, json } from '../replies';
import { createJid, isGroup } from './createJid';
import type { Evolution, Handler } from './handler';
import { connectionClosed, notLoaded, refusal } from './refusals';
import { exists } from './sendContact';

const UNAVAILABLE = 'Method not available on WhatsApp Business API';

/** What stops a look-up before it asks WhatsApp anything. */
export function unable({ settings }: Evolution, reading: string): Outcome | undefined {
	const { channel, state = 'open', deadSocket } = settings;
	if (channel === 'WHATSAPP-BUSINESS') return refusal(400, [UNAVAILABLE]);
	if (state === null) return notLoaded(reading);
	return state !== 'open' || deadSocket ? connectionClosed() : undefined;
}

/** The number of the body; the methods call string functions on it without looking. */
function readNumber(body: unknown): { number: string; jid: string } | Outcome {
	const number = isObject(body) ? body.number : undefined;
	if (number === undefined) return notLoaded('replace');
	if (typeof number !== 'string') return refusal(500, 'number.replace is not a function');
	return { number, jid: createJid(number) };
}

/** May fail inside and still answer 200, with nothing but nulls. */
export const fetchProfile: Handler = (instance, body) => {
	const refused = unable(instance, 'fetchProfile');
	if (refused !== undefined) return refused;
	if (isObject(body) && body.number === undefined) return ownProfile(instance);
	const asked = readNumber(body);
	if (!('jid' in asked)) return asked;
	const { jid: wuid, number } = asked;
	const { profileOfNulls, withoutNumberExists, aboutAs } = instance.settings;
	if (profileOfNulls) {
		const nulls = { name: null, picture: null, status: null, os: null, isBusiness: false };
		return json(200, { wuid, ...nulls });
	}
	if (!isGroup(wuid) && !wuid.endsWith('@lid') && !exists(instance, number, wuid)) {
		return refusal(400, [{ jid: wuid, exists: false, number }]);
	}
	const { name, avatarUrl, about, business } = personOf(instance, wuid);
	const status =
		aboutAs === 'object' ? { status: about ?? '', setAt: '2024-06-07T17:13:57.000Z' } : about;
	return json(200, {
		wuid,
		name,
		...(withoutNumberExists ? {} : { numberExists: true }),
		picture: avatarUrl ?? null,
		status: status ?? null,
		isBusiness: business !== undefined,
		email: business?.email,
		description: business?.description,
		website: business?.websites?.[0],
	});
};

/** Without a number it is the instance's own, and `status` the state of its connection. */
const ownProfile = ({ settings }: Evolution): Outcome =>
	json(200, {
		wuid: '553190000001@s.whatsapp.net',
		numberExists: true,
		status: settings.state ?? 'open',
		isBusiness: false,
	});

/** Answers for everybody: `null` is no picture, nobody there, or Meta's channel. */
export const fetchProfilePictureUrl: Handler = (instance, body) => {
	const asked = readNumber(body);
	if (!('jid' in asked)) return asked;
	const { avatarUrl } = personOf(instance, asked.jid);
	const isMeta = instance.settings.channel === 'WHATSAPP-BUSINESS';
	return json(200, { wuid: asked.jid, profilePictureUrl: isMeta ? null : (avatarUrl ?? null) });
};

/** Answers 200 for people who have none, and its 500 speaks of another method. */
export const fetchBusinessProfile: Handler = (instance, body) => {
	const refused = unable(instance, 'fetchBusinessProfile');
	if (refused !== undefined) return refused;
	const asked = readNumber(body);
	if (!('jid' in asked)) return asked;
	const { jid, number } = asked;
	if (instance.settings.businessProfileFails) {
		// The text is the server's own slip.
		return refusal(500, ['Error updating profile name', 'Error: Timed Out']);
	}
	const isKnown = exists(instance, number, jid);
	const { business, name } = personOf(instance, jid);
	if (business === undefined || !isKnown) {
		const message = 'Not is business profile';
		return json(200, { isBusiness: false, message, jid, exists: isKnown, number, name });
	}
	const { address = '', description = '', websites = [], email = '', category = '' } = business;
	return json(200, {
		isBusiness: true,
		...{ wid: jid, address, description, website: websites, email, category },
		business_hours: { timezone: 'America/Sao_Paulo', config: [] },
	});
};
