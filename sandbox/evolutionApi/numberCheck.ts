// The number check that every send and every look-up of an Evolution server goes through. It asks
// WhatsApp for one spelling, and takes the other only where the number was typed as bare digits.

import { digitsOf, lidOf, personOf } from '../directory';
import { accountOf } from '../accounts';
import type { Evolution } from './account';
import { createJid, isGroup, isPossibleGroup } from './createJid';

/** One asked number; `number` is the asked text, byte for byte. */
export interface Row {
	jid: string;
	exists: boolean;
	number: string;
	name?: string;
	lid?: string;
}

/** All or nothing: there is no failure of a single number. */
export type Checked = { rows: Row[] } | { failed: 'socketClosed' | 'missingGroup' };

/** Before 2.3.0: no privacy ids, groups that break the check, errors in the usual envelope. */
export const isOld = ({ settings }: Evolution): boolean =>
	settings.provider === 'evolutionV1' || settings.version === '2.2.3';

/** Whether the instance is in this group, or there is no such group. */
export const isInGroup = ({ settings }: Evolution, jid: string): boolean =>
	isPossibleGroup(jid) && !settings.missingGroups?.includes(jid);

/** Rows come in the order broadcast, groups, people, which need not be the asked one. */
export function checkNumbers(instance: Evolution, numbers: string[]): Checked {
	const asked = numbers.map((number) => ({ number, jid: createJid(number) }));
	const broadcasts = asked.filter(({ jid }) => jid === 'status@broadcast');
	const groups = asked.filter(({ jid }) => isGroup(jid));
	const people = asked.filter((one) => !broadcasts.includes(one) && !groups.includes(one));
	const { state = 'open', deadSocket = false } = instance.settings;
	const isClosed = state !== 'open' || deadSocket;
	if (isOld(instance) && groups.some(({ jid }) => isClosed || !isInGroup(instance, jid))) {
		return { failed: 'missingGroup' };
	}
	const asksWhatsApp = people.some(({ jid }) => isOld(instance) || !jid.endsWith('@lid'));
	if (isClosed && asksWhatsApp) return { failed: 'socketClosed' };
	return {
		rows: [
			...broadcasts.map((one) => ({ ...one, exists: false })),
			...groups.map((one) => groupRow(instance, one, isClosed)),
			...people.map((one) => personRow(instance, one)),
		],
	};
}

type Asked = Pick<Row, 'number' | 'jid'>;

function groupRow(instance: Evolution, { number, jid }: Asked, isClosed: boolean): Row {
	if (isClosed || !isInGroup(instance, jid)) return { jid, exists: false, number };
	return { jid, exists: true, number, name: 'Sandbox group' };
}

function personRow(instance: Evolution, { number, jid }: Asked): Row {
	if (jid.endsWith('@lid')) {
		// Since 2.3.0 assumed without a look, with this very text as privacy id.
		return isOld(instance)
			? { jid, exists: false, number }
			: { jid, exists: true, number, lid: 'lid' };
	}
	const account = accountOf(instance, digitsOf(jid));
	const isFound = account === digitsOf(jid) || toleratesExtraDigit(instance, number);
	if (account === undefined || !isFound) return { jid, exists: false, number };
	const person = personOf(instance, account);
	const lid = isOld(instance) ? {} : { lid: `${lidOf(account, person)}@lid` };
	return { jid: `${account}@s.whatsapp.net`, exists: true, number, name: person.name, ...lid };
}

/** The server cuts and compares the raw text; 2.2.3 does not put Mexico's 1 back. */
function toleratesExtraDigit({ settings }: Evolution, number: string): boolean {
	if (settings.version === '2.2.3' && /^52\d{10}$/.test(number)) return false;
	return /^\d+$/.test(number);
}
