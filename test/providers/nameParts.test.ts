/** Names in parts: readers must see the full name, however it was typed. */
import { namePartsOf } from '../../nodes/WhatsAppContacts/providers/nameParts';

const phones = [{ digits: '5511987654321', styled: null }];

it.each([
	[{ fullName: 'Ana', firstName: 'Ana' }, { firstName: 'Ana' }],
	[
		{ fullName: 'Ana Maria Silva', firstName: 'Ana', middleName: 'Maria', lastName: 'Silva' },
		{ firstName: 'Ana', middleName: 'Maria', lastName: 'Silva' },
	],
	[
		{ fullName: ' Ana \u00a0Silva', firstName: 'Ana ', lastName: 'Silva' },
		{ firstName: 'Ana ', lastName: 'Silva' },
	],
	[{ fullName: 'Jose\u0301', firstName: 'Jos\u00e9' }, { firstName: 'Jos\u00e9' }],
	[{ fullName: 'AnaSilva', firstName: 'Ana', lastName: 'Silva' }, { firstName: 'AnaSilva' }],
	[{ fullName: 'Mãe', firstName: 'Maria', lastName: 'Silva' }, { firstName: 'Mãe' }],
	[{ fullName: 'Acme' }, { firstName: 'Acme' }],
])('%j has the parts %j', (names, parts) => {
	expect(namePartsOf({ ...names, phones })).toStrictEqual(parts);
});
