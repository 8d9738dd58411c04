// Evolution's questions about one person. Their failures hide well: a 200 of nulls, a 500 that
// speaks of something else.

import { digitsOf, personOf } from '../directory';
import type { Outcome } from '../gateway';
import { isObject, json } from '../replies';
import { accountOf } from '../accounts';
import type { Evolution, Handler } from './account';
import { createJid } from './createJid';
import { checkNumbers, type Row } from './numberCheck';
import { connectionClosed, notLoaded, refusal } from './refusals';

const UNAVAILABLE = 'Method not available on WhatsApp Business API';
/** The text of fetchBusinessProfile's every failure is the server's own slip. */
const SLIP = 'Error updating profile name';

/** What stops a look-up before it asks WhatsApp anything. */
export function unable({ settings }: Evolution, reading: string): Outcome | undefined {
	const { channel, state = 'open' } = settings;
	if (channel === 'WHATSAPP-BUSINESS') return refusal(400, [UNAVAILABLE]);
	return state === null ? notLoaded(reading) : undefined;
}

/** The number of the body; the methods call string functions on it without looking. */
function readNumber(body: unknown): { jid: string } | Outcome {
	const number = isObject(body) ? body.number : undefined;
	if (number === undefined) return notLoaded('replace');
	if (typeof number !== 'string') return refusal(500, 'number.replace is not a function');
	return { jid: createJid(number) };
}

/** The number check of an id: with its suffix, so that the extra digit is not forgiven. */
function checkId(instance: Evolution, jid: string): Row | Outcome {
	const checked = checkNumbers(instance, [jid]);
	if ('rows' in checked) return checked.rows[0] ?? notLoaded('exists');
	return checked.failed === 'socketClosed' ? connectionClosed() : notLoaded('id');
}

/**
 * Takes the extra digit off and then looks for exactly that id, so that it denies accounts which
 * have the digit. May fail inside and still answer 200, with nothing but nulls.
 */
export const fetchProfile: Handler = (instance, body) => {
	const refused = unable(instance, 'fetchProfile');
	if (refused !== undefined) return refused;
	if (isObject(body) && body.number === undefined) return ownProfile(instance);
	const asked = readNumber(body);
	if (!('jid' in asked)) return asked;
	const row = checkId(instance, asked.jid);
	if (!('jid' in row)) return row;
	const { jid: wuid } = row;
	if (!row.exists) return refusal(400, [row]);
	const { profileOfNulls, businessProfileFails, withoutNumberExists, aboutAs } = instance.settings;
	// It asks for the business profile too, and one failure inside hides all the rest.
	if (profileOfNulls || businessProfileFails) {
		const nulls = { name: null, picture: null, status: null, os: null, isBusiness: false };
		return json(200, { wuid, ...nulls });
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

/** Answers 200 for people who have none; it cuts and searches as fetchProfile does. */
export const fetchBusinessProfile: Handler = (instance, body) => {
	const refused = unable(instance, 'fetchBusinessProfile');
	if (refused !== undefined) return refused;
	const asked = readNumber(body);
	if (!('jid' in asked)) return asked;
	const { jid } = asked;
	const { state = 'open', deadSocket, businessProfileFails } = instance.settings;
	if (businessProfileFails) return refusal(500, [SLIP, 'Error: Timed Out']);
	if (state !== 'open' || deadSocket) return refusal(500, [SLIP, 'Error: Connection Closed']);
	const isExact = jid.endsWith('@lid') || accountOf(instance, digitsOf(jid)) === digitsOf(jid);
	const business = isExact ? personOf(instance, jid).business : undefined;
	if (business === undefined) {
		const row = checkId(instance, jid);
		if (!('jid' in row)) return row;
		return json(200, { isBusiness: false, message: 'Not is business profile', ...row });
	}
	const { address = '', description = '', websites = [], email = '', category = '' } = business;
	return json(200, {
		isBusiness: true,
		...{ wid: jid, address, description, website: websites, email, category },
		business_hours: { timezone: 'America/Sao_Paulo', config: [] },
	});
};
