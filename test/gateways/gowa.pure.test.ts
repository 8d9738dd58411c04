// The vectors as pure functions, for quick verdicts, and what is secret of an account.
import { gowa as provider } from '../../nodes/WhatsAppContacts/providers/gowa';
import { isNotOnWhatsApp } from '../../nodes/WhatsAppContacts/providers/gowa/refusal';
import { sign } from '../../nodes/WhatsAppContacts/providers/gowa/signing';
import { describePure } from './describePure';
import { gowa } from './gowa.vectors';

describePure(gowa);

const account = { apiUrl: 'https://gateway.example', instance: 'shop@s.whatsapp.net:5' };

it.each([
	['', []],
	['shop:pass:word', ['shop:pass:word', 'c2hvcDpwYXNzOndvcmQ', 'pass:word', 'shop']],
	['bob:secret', ['bob:secret', 'Ym9iOnNlY3JldA', 'secret']],
])('of the token %j these are secrets: %j', (token, secrets) => {
	expect(provider.secretsOf({ ...account, token, ignoreSslIssues: false })).toEqual(secrets);
});

it.each([undefined, null, '', ' ', 5])('signs with a device alone for the token %j', (token) => {
	const request = { url: 'https://gateway.example/app', headers: {} };
	expect(sign(request, { ...account, token })).toEqual({
		url: 'https://gateway.example/app',
		headers: { 'X-Device-Id': 'shop@s.whatsapp.net:5' },
	});
});

it.each([
	[400, 'INVALID_JID', 'Phone 1 is not on whatsapp', true],
	[500, 'INVALID_JID', 'Phone 1 is not on whatsapp', false],
	[400, 'VALIDATION_ERROR', 'Phone 1 is not on whatsapp', false],
	[400, 'INVALID_JID', 'your JID is invalid', false],
])('takes %d %s, "%s" for a word about the number: %j', (status, code, message, is) => {
	const body = { code, message };
	const answer = { status, body, text: JSON.stringify(body), headers: {}, oversized: false };
	expect(isNotOnWhatsApp(answer)).toBe(is);
});
