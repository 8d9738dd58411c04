// PlugzAPI's questions: the phone book, registration, picture, business profile, state and queue.

import { accountOf } from '../accounts';
import { lidOf, personOf } from '../directory';
import type { Outcome } from '../gateway';
import { isObject, json } from '../replies';
import type { Handler, PlugzApi } from './account';

/** Documented as arrays of one, seen as plain objects. */
const oneOf = ({ settings }: PlugzApi, answer: object): Outcome =>
	json(200, settings.answersAs === 'object' ? answer : [answer]);

/** A yes or no in this gateway's spelling. */
export const flagOf = ({ settings }: PlugzApi, flag: boolean): boolean | string =>
	settings.flagsAs === 'text' ? String(flag) : flag;

const isPhone = (text: string): boolean => /^\d+(?:@lid)?$/.test(text);

/** The only look-up with about and notify; of strangers they are null. */
export const contact: Handler = (_call, instance, _body, phone) => {
	if (!isPhone(phone)) return json(400, { error: 'Invalid phone' });
	const person = personOf(instance, phone);
	const { name, contactName, about, avatarUrl } = person;
	const isKnown = name !== undefined || contactName !== undefined;
	if (!isKnown && instance.settings.unknownContact === 404) {
		return json(404, { error: 'Contact not found' });
	}
	return json(200, {
		// `name` and `short` only for numbers in the phone's address book.
		name: contactName ?? null,
		phone: person.digits || phone,
		notify: name ?? null,
		short: contactName?.split(' ')[0] ?? null,
		imgUrl: avatarUrl ?? null,
		about: about ?? null,
		vname: null,
	});
};

interface Asked {
	exists: boolean | string;
	/** As WhatsApp knows it, with or without Brazil's ninth digit; of nobody as asked. */
	number: string;
	lid: string | null;
}

function look(instance: PlugzApi, phone: string): Asked {
	const asked = personOf(instance, phone).digits;
	const account = accountOf(instance, asked);
	if (account === undefined) {
		return { exists: flagOf(instance, false), number: asked || phone, lid: null };
	}
	const lid = `${lidOf(account, personOf(instance, account))}@lid`;
	return { exists: flagOf(instance, true), number: account, lid };
}

/** The documented way to ask about registration. */
export const phoneExists: Handler = (_call, instance, _body, phone) => {
	if (!isPhone(phone)) return json(400, { error: 'Invalid phone' });
	const { exists, number, lid } = look(instance, phone);
	return oneOf(instance, { exists, phone: number, lid });
};

/**
 * For lists; the names of its keys differ from the single question's. Nothing promises the asked
 * order, so it is another; what is not documented (doubles, anything but digits) is refused.
 */
export const phoneExistsBatch: Handler = (_call, instance, body) => {
	const phones: unknown = isObject(body) ? body.phones : undefined;
	if (!Array.isArray(phones) || phones.length > 50_000) {
		return json(400, { error: 'Invalid phones' });
	}
	const asked = phones.map(String);
	const isOdd = phones.some((phone) => typeof phone !== 'string' || !/^\d+$/.test(phone));
	if (isOdd || new Set(asked).size < asked.length) return json(400, { error: 'Invalid phones' });
	const rows = asked.map((inputPhone) => {
		const { exists, number: outputPhone, lid } = look(instance, inputPhone);
		return { exists, inputPhone, outputPhone, lid };
	});
	return json(200, rows.reverse());
};

/** Answers for everybody; no picture is `null`. */
export const profilePicture: Handler = ({ query }, instance) => {
	const { avatarUrl } = personOf(instance, query.get('phone') ?? '');
	return oneOf(instance, { link: avatarUrl ?? null });
};

/** 404 for people without a business, which is no error of the caller's. */
export const businessProfile: Handler = ({ query }, instance) => {
	const phone = query.get('phone') ?? '';
	if (!isPhone(phone)) return json(400, { error: 'Invalid phone' });
	const { business } = personOf(instance, phone);
	if (business === undefined) return json(404, { error: 'Business profile not found' });
	const { description = '', address = '', email = '', websites = [], category } = business;
	return json(200, {
		description,
		address,
		email,
		websites,
		categories: category ? [{ displayName: category, label: category, id: '1' }] : [],
		businessHours: {
			timezone: 'America/Sao_Paulo',
			days: [{ dayOfWeek: 'MONDAY', openTime: '09:00', closeTime: '18:00' }],
			mode: 'specificHours',
		},
		hasCoverPhoto: false,
	});
};

/** Answers 200 in every state; `connected` alone tells. */
export const status: Handler = (_call, instance) => {
	const { settings } = instance;
	const connected = settings.connected ?? true;
	return json(200, {
		connected: flagOf(instance, connected),
		session: flagOf(instance, connected),
		smartphoneConnected: flagOf(instance, settings.smartphoneConnected ?? connected),
		// A text beside connected:true is not a failure.
		error: connected ? 'You are already connected.' : 'You are not connected.',
	});
};

/** Returns the token, as the vendor does. */
export const me: Handler = (_call, { settings }) =>
	json(200, {
		id: settings.instance,
		token: settings.token,
		name: 'Sandbox',
		due: 4_102_444_800_000,
		connected: settings.connected ?? true,
		paymentStatus: 'PAID',
		created: '2024-01-01T00:00:00.000Z',
		connectedCallbackUrl: '',
		deliveryCallbackUrl: '',
	});

/** Both of the queue's routes answer its size. */
export const queue: Handler = (_call, { queued }) => json(200, { size: queued, messages: [] });
