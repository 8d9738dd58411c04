/** TLS above the transport: what the node and the Test button make of certificates, per gateway. */
import net from 'node:net';
import path from 'node:path';
import type { ICredentialType } from 'n8n-workflow';
import { type Credential, type Sandbox, startSandbox } from '../../sandbox';
import { contextOf, pressTest } from '../credentials/testing';
import { kits } from '../gateways';
import { letGoOf } from '../node/letGo';
import { runNode } from '../node/inEngine';
import type { CertificateName } from '../transport/certificates';
import { type TestServer, startServer } from '../transport/servers';
import { type Gateway, cores, gateways, said, send, someItems } from './sending';

let sandbox: Sandbox;
let front: TestServer | undefined;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	await front?.close();
	front = undefined;
	await sandbox.close();
});
afterAll(() => letGoOf('n8n-core-1'));

/** Puts TLS before the sandbox, and gives the credential that leads there. */
async function behind(certificate: CertificateName, gateway: Gateway): Promise<Credential> {
	const credential = sandbox.credentials[gateway];
	const { origin, port } = new URL(credential.apiUrl);
	front = await startServer({
		certificate,
		onConnection: (socket) => {
			const onward = net.connect(Number(port), '127.0.0.1');
			onward.on('error', () => socket.destroy());
			socket.on('close', () => onward.destroy());
			socket.pipe(onward).pipe(socket);
		},
	});
	return { ...credential, apiUrl: credential.apiUrl.replace(origin, front.origin) };
}

function expectNothingSent(): void {
	expect(front?.counts.connections).toBeGreaterThan(0);
	expect(front?.heard()).toBe('');
	expect(sandbox.requests()).toEqual([]);
}

const lookUp = { operation: 'getContactInfo', chatId: '5511999999999' };
const refused = /has a certificate or TLS set-up that cannot be trusted/;

function hasSwitch(gateway: Gateway): boolean {
	const { className } = kits[gateway].credential;
	const file = path.resolve(__dirname, `../../dist/credentials/${className}.credentials.js`);
	const classes = require(file) as Record<string, new () => ICredentialType>;
	const Class = classes[className];
	if (!Class) throw new Error(`There is no ${className}`);
	return new Class().properties.some(({ name }) => name === 'ignoreSslIssues');
}

describe.each(cores)('in %s', (core) => {
	describe.each(gateways)('%s', (gateway) => {
		const { provider } = kits[gateway];

		it.each(['server', 'expired', 'otherHost'] as const)(
			'sends nothing to a certificate that is not trusted (%s)',
			async (certificate) => {
				const credential = await behind(certificate, gateway);
				const mode = 'continueRegularOutput' as const;
				const sent = await send({ gateway, credential, items: someItems(1), mode, core });
				expect(said(sent)).toMatchObject([{ is: 'notSent', code: 'UNAVAILABLE' }]);
				expect(sent.items[0]?.json.error).toMatchObject({
					message: expect.stringMatching(refused) as unknown,
					retryable: false,
					httpStatus: null,
				});
				expectNothingSent();
			},
		);

		it('looks nothing up there either', async () => {
			const credential = await behind('server', gateway);
			const { execution } = await runNode({ provider, credential, parameters: lookUp }, core);
			expect(execution.error?.message).toMatch(refused);
			expectNothingSent();
		});

		it.each(['server', 'expired', 'otherHost'] as const)(
			'fails the Test button there (%s)',
			async (certificate) => {
				const credential = await behind(certificate, gateway);
				const { status, message } = await pressTest(provider, credential, contextOf(core));
				expect(status).toBe('Error');
				expect(message).toMatch(refused);
				expect(message).toMatch(/Check that the API URL is right and that its https certificate/);
				expectNothingSent();
			},
		);

		it('is asked all the same where the credential says Ignore SSL Issues, and only there', async () => {
			const credential = { ...(await behind('server', gateway)), ignoreSslIssues: true };
			const isAsked = hasSwitch(gateway);
			const items = someItems(2);
			const mode = 'continueRegularOutput' as const;
			const sent = await send({ gateway, credential, items, mode, core });
			const verdict = { is: isAsked ? 'accepted' : 'notSent' };
			expect(said(sent)).toMatchObject([verdict, verdict]);
			const { execution } = await runNode({ provider, credential, parameters: lookUp }, core);
			expect(execution.status).toBe(isAsked ? 'success' : 'error');
			const { status } = await pressTest(provider, credential, contextOf(core));
			expect(status).toBe(isAsked ? 'OK' : 'Error');
			if (!isAsked) expectNothingSent();
		});
	});
});

it('has a gateway with the switch', () => {
	expect(gateways.filter(hasSwitch)).toEqual(
		expect.arrayContaining(['evolutionV2', 'evolutionV1']),
	);
});
