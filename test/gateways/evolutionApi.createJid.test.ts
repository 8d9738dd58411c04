// The destinations that the documentation of Evolution's flaws lists, word for word.

import { createJid } from '../../sandbox/evolutionApi/createJid';

it.each([
	['+55 (31) 99829-6801', '553198296801@s.whatsapp.net'],
	['5531998296801', '553198296801@s.whatsapp.net'],
	['5511987654321', '5511987654321@s.whatsapp.net'],
	['5215512345678', '525512345678@s.whatsapp.net'],
	['5491123456789', '541123456789@s.whatsapp.net'],
	['79001234567@c.us', '79001234567@s.whatsapp.net'],
	['79001234567:12@s.whatsapp.net', '79001234567@s.whatsapp.net'],
	['120363043968066561', '120363043968066561@g.us'],
	['120363043968066561@g.us', '120363043968066561@g.us'],
	['5511999999999-1623281429', '5511999999999-1623281429@g.us'],
	['11001234567-1581234048', '110012345671581234048@g.us'],
	['120363043968066561-group', '120363043968066561-@g.us'],
	['123456789012345@lid', '123456789012345@lid'],
	['', '@s.whatsapp.net'],
	['letters', '@s.whatsapp.net'],
])('%s becomes %s', (typed, jid) => {
	expect(createJid(typed)).toBe(jid);
});
