// GOWA's questions. All but the check refuse a number that the server could not find, and most
// answers have no field that repeats whom they are about.

import { personOf } from '../directory';
import type { Outcome } from '../gateway';
import type { Gowa, Handler } from './account';
import { isThere, jidOf, phoneProblem, recipientOf } from './phone';
import { internal, refusal, success } from './replies';

/** A method about one contact. */
const about =
	(answer: (jid: string, device: Gowa) => Outcome): Handler =>
	({ query }, device) => {
		const phone = query.get('phone') ?? '';
		const problem = phoneProblem(phone);
		if (problem !== undefined) return problem;
		const jid = recipientOf(device, phone);
		return typeof jid === 'string' ? answer(jid, device) : jid.refused;
	};

/** The name is that of the chat; the verified name is what Go prints of a struct. */
export const info = about((jid, device) => {
	const { digits, ...person } = personOf(device, jid);
	const isLid = jid.endsWith('@lid');
	const name = person.contactName ?? person.name ?? '';
	const data = {
		name,
		verified_name: person.business
			? `{0x14000 details:{serial:8 issuer:"smb:wa" verifiedName:"${name}"}}`
			: '',
		status: person.about ?? '',
		picture_id: person.avatarUrl === undefined ? '' : '1738070128',
		devices: [{ User: digits, Agent: 0, Device: 0, Server: 's.whatsapp.net', AD: false }],
	};
	const phone = isLid && digits !== '' ? { resolved_phone: digits } : {};
	const lid = isLid || person.lid === undefined ? {} : { resolved_lid: `${person.lid}@lid` };
	return success('Success get user info', { data: [data], ...phone, ...lid });
});

/** No picture is a 500 in the library's words. */
export const avatar = about((jid, device) => {
	const { avatarUrl } = personOf(device, jid);
	const { pictures } = device.settings;
	if (pictures === 'late') return refusal(408, 'CONTEXT_ERROR', 'Error timeout get avatar!');
	if (pictures === 'hidden') {
		return internal('the user has hidden their profile picture from you');
	}
	return avatarUrl === undefined
		? internal('that user or group does not have a profile picture')
		: success('Success get avatar', { url: avatarUrl, id: '1738070128', type: 'image' });
});

/** No description and no website. */
export const businessProfile = about((jid, device) => {
	const { business } = personOf(device, jid);
	if (business === undefined) return internal('missing jid in business profile');
	const { email = '', address = '', category } = business;
	return success('Success get business profile', {
		jid,
		email,
		address,
		categories: category === undefined ? null : [{ id: '1223524174334504', name: category }],
		profile_options: null,
		business_hours_timezone: '',
		business_hours: null,
	});
});

/** Never refuses: of all but a person's number, and of none at all, it says yes. */
export const check: Handler = ({ query }, device) =>
	success('Success check user', {
		is_on_whatsapp: isThere(device, jidOf(query.get('phone') ?? '')),
	});

/** Answered in every state, so it is what a credential test asks. */
export const status: Handler = (_call, { settings }) => {
	const { state = 'connected', instance } = settings;
	return success('Connection status retrieved', {
		is_connected: state === 'connected',
		is_logged_in: state !== 'loggedOut',
		device_id: instance,
		jid: state === 'loggedOut' ? '' : '553190000001:7@s.whatsapp.net',
	});
};
