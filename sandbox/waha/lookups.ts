// WAHA's questions. What is known of a contact hangs on the engine: NOWEB knows only its store, and
// only WEBJS and WPP can ask for the about text.

import { accountOf } from '../accounts';
import { digitsOf, lidOf, personOf } from '../directory';
import { empty, json } from '../replies';
import type { Handler, Waha } from './account';
import { crash, invalid, notByEngine, withoutStore } from './refusals';

/** Digits, a person's chat id or a privacy id. */
const isContactId = (id: string | null): id is string => /^\d+(?:@c\.us|@lid)?$/.test(id ?? '');

const engineOf = ({ settings }: Waha) => settings.engine ?? 'NOWEB';

/** Answered in every status, so it is what a credential test asks. */
export const session: Handler = (_call, { settings }) => {
	const { instance: name, state = 'WORKING' } = settings;
	const me = { id: '553190000001@c.us', lid: '123123@lid', pushName: 'Sandbox' };
	return json(200, {
		name,
		status: state,
		config: {},
		me: state === 'WORKING' ? me : null,
		presence: null,
		timestamps: { activity: null },
		engine: { engine: settings.engine ?? 'NOWEB' },
	});
};

/** An unknown contact is an empty body by NOWEB and empty names by GOWS. */
export const contact: Handler = (call, instance) => {
	const contactId = call.query.get('contactId');
	if (!isContactId(contactId)) return invalid('contactId must be a string');
	if (instance.settings.withoutStore) return withoutStore();
	const { digits, ...person } = personOf(instance, contactId);
	const { name: pushname, contactName: name } = person;
	const id = contactId.endsWith('@lid') ? contactId : `${digits}@c.us`;
	const isStranger = pushname === undefined && name === undefined;
	const engine = engineOf(instance);
	if (isStranger && instance.settings.strangersCrash && engine !== 'NOWEB') {
		const key = engine === 'GOWS' ? 'Jid' : 'getContact';
		return crash(call, `Cannot read properties of null (reading '${key}')`);
	}
	switch (engine) {
		case 'NOWEB':
			// A handler's null is an empty body.
			if (isStranger) return empty(200);
			return json(200, { id, lid: `${lidOf(digits, person)}@lid`, name, pushname });
		case 'GOWS':
			return json(200, { id, name: name ?? '', pushname: pushname ?? '' });
		case 'WEBJS':
		case 'WPP':
			return json(200, {
				id,
				number: digitsOf(contactId),
				name,
				pushname,
				shortName: name?.split(' ')[0],
				isMe: false,
				isGroup: false,
				isWAContact: true,
				isMyContact: name !== undefined,
				isBlocked: false,
				isBusiness: person.business !== undefined,
			});
	}
};

/** WEBJS and WPP; the other engines answer 501. */
export const about: Handler = (call, instance) => {
	if (['NOWEB', 'GOWS'].includes(engineOf(instance))) return notByEngine(instance);
	const contactId = call.query.get('contactId');
	if (!isContactId(contactId)) return invalid('contactId must be a string');
	const { aboutFails } = instance.settings;
	if (aboutFails !== undefined) return crash(call, aboutFails);
	return json(200, { about: personOf(instance, contactId).about ?? null });
};

/** No picture is `null`, and in old versions a crash. */
export const profilePicture: Handler = (call, instance) => {
	const contactId = call.query.get('contactId');
	if (!isContactId(contactId)) return invalid('contactId must be a string');
	const { avatarUrl } = personOf(instance, contactId);
	const { pictureFails } = instance.settings;
	if (pictureFails && (pictureFails !== 'item-not-found' || avatarUrl === undefined)) {
		return crash(call, pictureFails);
	}
	return json(200, { profilePictureURL: avatarUrl ?? null });
};

/** The chatId that it answers is the account's own number, or a privacy id. */
export const checkExists: Handler = ({ query }, instance) => {
	const phone = query.get('phone') ?? '';
	// A privacy id's digits would be taken for a phone number.
	if (!/^\d+$/.test(phone)) return invalid('phone must be a string');
	const account = accountOf(instance, phone);
	if (account === undefined) return json(200, { numberExists: false });
	const isLid = instance.settings.chatIdAs === 'lid';
	const chatId = isLid ? `${lidOf(account, personOf(instance, account))}@lid` : `${account}@c.us`;
	return json(200, { numberExists: true, chatId });
};
