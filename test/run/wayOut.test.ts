/** Which way requests leave: under the host's outbound policy, or by n8n's own helper without it. */
import { getEventListeners } from 'node:events';
import { type Host, runOn, writing } from './host';

const forbidden = async () => await Promise.resolve({ ok: false, error: new Error('policy') });
const policy = { validateUrl: forbidden, createSecureLookup: () => () => {} };

afterEach(() => jest.restoreAllMocks());

test('by the policy where n8n hands it out', async () => {
	const helpers = { getSecureEgressFilter: () => policy };
	const { items, asked } = await runOn({ helpers, continues: true });
	expect(asked).toEqual([]);
	expect(items[0]?.json.error).toMatchObject({
		code: 'UNAVAILABLE',
		delivery: 'notSent',
		message: expect.stringMatching(/outbound request policy forbids its address/) as unknown,
	});
});

test.each<[string, Host]>([
	['has no such function', {}],
	['has something else of that name', { helpers: { getSecureEgressFilter: true } }],
])('by the helper where n8n %s', async (_what, host) => {
	expect((await runOn(host)).asked).toHaveLength(1);
});

test.each([true, false])('with the certificate unchecked: %s', async (ignoreSslIssues) => {
	const parameters = { provider: writing };
	const { asked } = await runOn({ parameters, credential: { ignoreSslIssues } });
	expect(asked.map((each) => each.skipSslCertificateValidation)).toEqual([ignoreSslIssues]);
});

test.each([
	['all is well', {}],
	['nothing is', { helpers: { httpRequest: null }, continues: true }],
])('nothing of it is left behind when %s', async (_how, host) => {
	const timeout = jest.spyOn(AbortSignal, 'timeout');
	await runOn(host);
	const timers = timeout.mock.results.map(({ value }) => value as AbortSignal);
	expect(timers.map((timer) => getEventListeners(timer, 'abort').length)).toEqual([0]);
});
