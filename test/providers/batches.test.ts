/** Which look-ups a gateway is asked in one request: numbers whose registration is asked for. */
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { kitOf } from '../gateways';

const all = Object.entries(providers as Readonly<Record<string, Provider>>);
const batching = all.filter(([, { getContactInfo }]) => getContactInfo.batch);

describe.each(batching)('a look-up by %s', (id, { checkNumber, credential, getContactInfo }) => {
	const account = credential.parse({
		...{ apiUrl: 'https://gateway.example', ...kitOf(id).vectors.credential },
	});
	const person = { kind: 'person', digits: '79001234567' } as const;
	const lid = { kind: 'lid', id: '123456789012345@lid' } as const;
	const keyOf = (chatId: typeof person | typeof lid, registration: boolean) =>
		getContactInfo.batch?.key(
			{ chatId, mainOnly: false, extraDetails: registration ? ['registration'] : [] },
			account,
			new Map(),
		);

	it('is one of many where it is about a number and asks for its registration', () => {
		expect(keyOf(person, true)).toBe('79001234567');
		expect(keyOf(person, false)).toBeUndefined();
		expect(keyOf(lid, true)).toBeUndefined();
		expect(checkNumber.batch?.key({ chatId: person }, account, new Map())).toBe('79001234567');
	});

	it('is asked alone where it is the only one', () => {
		expect(getContactInfo.batch?.least).toBe(2);
		expect(getContactInfo.batch?.most).toBe(checkNumber.batch?.most);
	});
});
