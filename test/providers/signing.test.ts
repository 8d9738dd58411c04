/** What each gateway's account adds to a request, and to which requests, by the kits. */
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { ForeignUrlError } from '../../nodes/WhatsAppContacts/providers/apiUrl';
import { providerKits, tokenWith } from '../gateways';

const apiUrl = 'https://api.example.com/base';

describe.each(providerKits)('the account of $provider', ({ provider, signing, tokenIn }) => {
	const { sign } = (providers as Readonly<Record<string, Provider>>)[provider] as Provider;
	const token = tokenWith({ tokenIn }, 'SECRET/token?1');
	const credential = { apiUrl, instance: '1', token, ...signing.credential };
	const url = `${apiUrl}${signing.path.replace('{token}', encodeURIComponent(token))}`;
	const headers = Object.fromEntries(
		Object.entries(signing.headers).map(([name, value]) => [
			name,
			value.replace('{token}', token).replace('{basic}', Buffer.from(token).toString('base64')),
		]),
	);

	it('is added once, beside what was there', () => {
		const once = sign({ url: `${apiUrl}/getSettings`, headers: { 'x-own': '1' } }, credential);
		expect(once).toEqual({ url, headers: { 'x-own': '1', ...headers } });
		expect(sign(once, credential)).toEqual(once);
	});

	it('is added again for another account', () => {
		const once = sign({ url: `${apiUrl}/getSettings`, headers: {} }, credential);
		const other = tokenWith({ tokenIn }, 'other-token');
		expect(sign(once, { ...credential, token: other })).not.toEqual(once);
	});

	it('is added to nothing elsewhere', () => {
		for (const target of ['https://evil.example/base/x', apiUrl, 'https://api.example.com/x']) {
			expect(() => sign({ url: target, headers: {} }, credential)).toThrow(ForeignUrlError);
		}
	});
});
