// OpenWA's questions. Baileys knows only whom it has stored; whatsapp-web.js answers for strangers too.

import { accountOf } from '../accounts';
import { lidOf, personOf } from '../directory';
import { json } from '../replies';
import type { Handler } from './account';
import { refusal, unresolved } from './refusals';

/** Answered in every state, so it is what a credential test asks. */
export const session: Handler = (_call, { settings }) => {
	const { instance: id, state = 'ready' } = settings;
	const isReady = state?.toLowerCase() === 'ready';
	const now = new Date().toISOString();
	return json(200, {
		id,
		name: 'sandbox',
		status: state,
		phone: isReady ? '553190000001' : null,
		pushName: isReady ? 'Sandbox' : null,
		connectedAt: isReady ? now : null,
		lastActive: now,
		createdAt: now,
		updatedAt: now,
		lastError: null,
		restriction: null,
		engineLoaded: isReady,
	});
};

/** Keys of which nothing is known are absent. */
export const contact: Handler = (_call, instance, id) => {
	const { digits, ...person } = personOf(instance, id);
	const { name: pushName, contactName: name, avatarUrl } = person;
	const isBaileys = instance.settings.engine === 'baileys';
	const isStranger = pushName === undefined && name === undefined;
	if (isBaileys && isStranger) return refusal(404, `Contact ${id} not found`);
	return json(200, {
		id,
		name,
		pushName,
		// Of a privacy id it may be that id's digits.
		number: id.endsWith('@lid') ? id.replace('@lid', '') : digits,
		isMyContact: name !== undefined,
		isBlocked: false,
		profilePicUrl: isBaileys && name !== undefined ? avatarUrl : undefined,
	});
};

/** Of a privacy id; null where nobody knows. */
export const phone: Handler = (_call, instance, contactId) => {
	const { digits } = personOf(instance, contactId);
	return json(200, { contactId, phone: digits === '' ? null : digits });
};

/** None, or hidden, is null. */
export const profilePicture: Handler = (_call, instance, id) =>
	instance.settings.pictureFails
		? refusal(503, 'The picture could not be found out')
		: json(200, { url: personOf(instance, id).avatarUrl ?? null });

/** The id that it answers may be a privacy id. */
export const check: Handler = (_call, instance, number) => {
	const { chatIdAs, checkFails, older } = instance.settings;
	if (!older && !/^[1-9]\d{7,14}$/.test(number)) {
		return refusal(
			400,
			`'${number}' is not a valid international-format phone number. Use digits only, country code first and no leading 0 (e.g. 628123456789)`,
		);
	}
	if (checkFails === 400) return unresolved(`${number}@c.us`);
	if (checkFails === 503) return refusal(503, 'WhatsApp did not answer');
	const account = accountOf(instance, number);
	if (account === undefined) return json(200, { number, exists: false, whatsappId: null });
	const lid = `${lidOf(account, personOf(instance, account))}@lid`;
	const whatsappId = chatIdAs === 'lid' ? lid : `${account}@c.us`;
	return json(200, { number, exists: true, whatsappId });
};
