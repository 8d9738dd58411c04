/** n8n's HTTP Request node signs with `authenticate`; a person writes the URL, so anything may come. */
import path from 'node:path';
import type { ICredentialType, IHttpRequestOptions } from 'n8n-workflow';
import { providerKits, tokenWith } from '../gateways';

const dist = path.resolve(__dirname, '../../dist/credentials');

function load(name: string): ICredentialType {
	const file = require(path.join(dist, `${name}.credentials.js`)) as Record<
		string,
		new () => ICredentialType
	>;
	const Type = file[name];
	if (!Type) throw new Error(`${name} is not exported`);
	return new Type();
}

const base = 'https://api.example.com/base';
const token = 'SECRET/token?1';
const secret = 'SECRET%2Ftoken%3F1';

/** Each gateway's own, from its kit. */
const cases = providerKits.map(({ credential: { className }, signing, tokenIn }) => ({
	name: className,
	credential: { apiUrl: base, token: tokenWith({ tokenIn }, token), ...signing.credential },
	/** What `{base}/getSettings` becomes. */
	signedUrl: `${base}${signing.path.replace('{token}', secret)}`,
	headers: Object.fromEntries(
		Object.entries(signing.headers).map(([name, value]) => [
			name,
			value
				.replace('{token}', token)
				.replace('{basic}', Buffer.from(tokenWith({ tokenIn }, token)).toString('base64')),
		]),
	),
}));

describe.each(cases)('$name', ({ name, credential, signedUrl, headers }) => {
	const { authenticate } = load(name);
	const sign = async (request: IHttpRequestOptions & { uri?: string }) => {
		if (typeof authenticate !== 'function') throw new Error('no function');
		return (await authenticate(credential, request)) as IHttpRequestOptions & { uri?: string };
	};

	it('adds the account to what a person wrote', async () => {
		await expect(sign({ url: `${base}/getSettings`, method: 'GET' })).resolves.toMatchObject({
			url: signedUrl,
			method: 'GET',
			headers,
		});
	});

	it('keeps query, body and headers', async () => {
		const request = {
			url: `${base}/getSettings?page=1#x`,
			headers: { 'x-own': '1' },
			body: { a: 1 },
			qs: { b: 2 },
		};
		await expect(sign(request)).resolves.toMatchObject({
			url: `${signedUrl}?page=1#x`,
			headers: { 'x-own': '1', ...headers },
			body: { a: 1 },
			qs: { b: 2 },
		});
	});

	it('signs once, however often it is asked', async () => {
		const once = await sign({ url: `${base}/getSettings` });
		await expect(sign(once)).resolves.toEqual(once);
	});

	it('follows no redirect, which would carry the secrets elsewhere', async () => {
		await expect(sign({ url: `${base}/getSettings` })).resolves.toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
		});
	});

	it('reads the URL of n8n’s older requests', async () => {
		const signed = await sign({ url: '', uri: `${base}/getSettings` });
		expect(signed.uri).toBe(signedUrl);
	});

	it('signs a base URL that stands alone', async () => {
		const signed = await sign({ baseURL: base } as IHttpRequestOptions);
		expect(signed.url.startsWith(`${base}/`)).toBe(true);
	});

	it.each([
		[base, '/getSettings'],
		[`${base}/`, 'getSettings'],
		['https://api.example.com', '/base/getSettings'],
		['https://evil.example', `${base}/getSettings`],
	])('joins the base URL %s and %s as the request will', async (baseURL, url) => {
		const signed = await sign({ baseURL, url });
		expect(signed).toMatchObject({ url: signedUrl, headers });
		expect(signed.baseURL).toBeUndefined();
	});

	it.each<[string, Partial<IHttpRequestOptions> & { uri?: string }]>([
		['another host', { url: 'https://evil.example/base/getSettings' }],
		['a host that begins alike', { url: 'https://api.example.com.evil.example/base/x' }],
		['a path that begins alike', { url: 'https://api.example.com/baseline/x' }],
		['the base itself', { url: base }],
		['the host without the path', { url: 'https://api.example.com/getSettings' }],
		['another scheme', { url: 'http://api.example.com/base/x' }],
		['another port', { url: 'https://api.example.com:8443/base/x' }],
		['user info in front', { url: 'https://api.example.com@evil.example/base/x' }],
		['user info of its own', { url: 'https://a:b@api.example.com/base/x' }],
		['a way up', { url: `${base}/../x` }],
		['an encoded way up', { url: `${base}/%2e%2e/x` }],
		['a way up by backslash', { url: `${base}\\..\\x` }],
		...[
			...[
				'..%2fx',
				'..%2Fx',
				'%2e%2e%2fx',
				'.%2e%2fx',
				'%2E.%2Fx',
				'..%5cx',
				'%2e%2e%5Cx',
				'..%2f',
			],
			...['a/..%2f..%2fx', 'a%2f..%2fx', 'a%2f..', 'a%5c..%5c..%5cx', '..%252fx', '%252e%252e/x'],
			...['%252e%252e%252fx', '..%25252fx', '%25252e%25252e%25255cx', '%2525252e./x'],
			...['..;/x', '..;a=b/x', '%2e%2e;/x', '..%3b/x', 'a/..;%2fx', '..%253b%2fx'],
			...['.%09./x', '.\t.%2fx', '..%0a/x', '%0d..%2fx', '..\n%2fx', '.%00./x', '..%00/x'],
			...['..%20/x', '%20..%2fx', '.%e2%80%8b./x', '%EF%BC%8E%EF%BC%8E/x', '．．／x', '‥%2fx'],
			...['%c0%ae%c0%ae/x', '..%c0%afx', '..%c1%9cx', `%${'25'.repeat(40)}2e./x`],
		].map(
			(typed) =>
				[`an encoded way up (${JSON.stringify(typed)})`, { url: `${base}/${typed}` }] as [
					string,
					Partial<IHttpRequestOptions>,
				],
		),
		['an encoded way up from a base', { baseURL: base, url: '/..%2fx' }],
		['an encoded way up of an older request', { uri: `${base}/..%2fx` }],
		['a host by backslash', { url: 'https://evil.example\\@api.example.com/base/x' }],
		['a scheme-relative address', { url: '//evil.example/base/x' }],
		['a relative address without a base', { url: '/base/x' }],
		['nothing', { url: '' }],
		['a foreign base', { baseURL: 'https://evil.example', url: '/base/x' }],
		['a foreign way up from the base', { baseURL: base, url: '/../../x' }],
		['an older request elsewhere', { uri: 'https://evil.example/base/x', url: `${base}/x` }],
	])('adds no secret for %s', async (_what, request) => {
		const { method = 'GET', url = '', ...rest } = request;
		const refusal = await sign({ method, url, ...rest }).catch((error: unknown) => error);
		if (!(refusal instanceof Error)) throw new Error('it was signed');
		expect(refusal.message).toMatch(/does not begin with this credential's API URL/);
		expect(refusal.message).not.toMatch(/SECRET|CLIENT/);
	});

	it.each([
		...['Loja%20da%20Ana', 'Caf%C3%A9', 'a%2Fb', 'a%2F.b%2F..c', 'x..', '...', 'a..b', 'v1.2..3'],
		...['100%25', '100%2525', 'a%3Bb', 'a;b=..', '%F0%9F%98%80', 'a%5Cb', '名前'],
	])('signs a name that only looks odd (%s)', async (name) => {
		const signed = await sign({ url: `${base}/${name}` });
		// As it was typed, or as the URL standard writes it.
		const written = new URL(`${base}/${name}`).href.slice(base.length + 1);
		const [path, query] = signedUrl.split('getSettings');
		expect([name, written].map((each) => `${path}${each}${query}`)).toContain(signed.url);
	});

	it('leaves to a query what is in it', async () => {
		const query = '?file=..%2fx&to=%2e%2e/';
		const signed = await sign({ url: `${base}/getSettings${query}` });
		expect(signed.url).toBe(`${signedUrl}${query}`);
	});

	it('keeps a scheme-relative address below its base', async () => {
		const signed = await sign({ baseURL: base, url: '//evil.example' });
		expect(signed.url).toBe(signedUrl.replace('getSettings', 'evil.example'));
	});
});

it('hands the whole path of a signed GREEN-API address on as it is', async () => {
	const { authenticate } = load('WhatsAppGreenApi');
	if (typeof authenticate !== 'function') throw new Error('no function');
	const url = `${base}/waInstance7105/deleteNotification/${secret}/1234567`;
	const credential = { apiUrl: base, instance: '7105', token };
	await expect(authenticate(credential, { url })).resolves.toMatchObject({ url });
	await expect(
		authenticate(credential, { url: `${base}/deleteNotification/1234567` }),
	).resolves.toMatchObject({ url });
});

it.each(cases.map(({ name }) => name))(
	'%s has no test of its own, or n8n would not ask the node',
	(name) => {
		expect(load(name).test).toBeUndefined();
	},
);
