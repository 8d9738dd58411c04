// A phone's view of a vCard 3.0, and the one that WAHA builds: `FN`, `ORG` and one `TEL`, nothing
// escaped, so that a line break in a name is a new line of the card.

import { isText, type JsonObject } from '../replies';
import type { AcceptedCard } from '../types';

/** Only of cards that bring no vCard of their own. */
export function builtVcard({
	fullName,
	organization,
	whatsappId,
	phoneNumber,
}: JsonObject): string {
	const waid = isText(whatsappId) ? `;waid=${whatsappId}` : '';
	return [
		'BEGIN:VCARD',
		'VERSION:3.0',
		`FN:${String(fullName)}`,
		...(isText(organization) ? [`ORG:${organization};`] : []),
		`TEL;type=CELL;type=VOICE${waid}:${String(phoneNumber)}`,
		'END:VCARD',
	].join('\n');
}

const unescape = (text: string, signs = /\\([\\,nN])/g): string =>
	text.replace(signs, (_all, char: string) => (/n/i.test(char) ? '\n' : char));

/** The parts of a structured value: only there a semicolon is escaped, elsewhere `\;` is shown. */
const partsOf = (value: string): string[] =>
	(value.match(/(?:\\.|[^;\\])+|(?<=^|;)(?=;|$)/g) ?? []).map((part) =>
		unescape(part, /\\([\\,;nN])/g),
	);

/** What a phone shows; nothing if it is no card. */
export function readVcard(vcard: string): AcceptedCard | undefined {
	const lines = vcard.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
	if (lines[0] !== 'BEGIN:VCARD' || !lines.includes('END:VCARD')) return undefined;
	const properties = lines.flatMap((line) => {
		const [, name, parameters = '', value = ''] = /^([\w-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
		return name === undefined ? [] : [{ name, parameters, value }];
	});
	const first = (wanted: string) => properties.find(({ name }) => name === wanted)?.value;
	const phones = properties.filter(({ name }) => name === 'TEL');
	if (first('VERSION') !== '3.0' || phones.length === 0) return undefined;
	const [lastName, firstName, middleName] = partsOf(first('N') ?? '');
	const whatsAppId = /waid=(\d+)/.exec(phones[0]?.parameters ?? '')?.[1];
	return {
		name: unescape(first('FN') ?? ''),
		phones: phones.map(({ value }) => value),
		...given({ firstName, middleName, lastName }),
		...given({ company: partsOf(first('ORG') ?? '')[0], email: first('EMAIL') }),
		...given({ url: first('URL'), description: unescape(first('NOTE') ?? '') }),
		...given({ whatsAppId }),
	};
}

const given = (fields: Partial<AcceptedCard>): Partial<AcceptedCard> =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => isText(value)));
