// The packed package in a complete n8n: what n8n lists of it, and the credentials' Test buttons.
import { contactsType, providers } from '../contactsNode';
import { n8nNames } from '../install';
import { useTestBed } from '../testBed';

describe.each(n8nNames)('the package in %s', (name) => {
	const bed = useTestBed(name);

	it('is listed with its node, its tool and its credentials', async () => {
		const nodes = (await bed.editor.nodeTypes()).map((type) => type.name);
		expect(nodes).toEqual(expect.arrayContaining([contactsType, `${contactsType}Tool`]));
		const credentials = (await bed.editor.credentialTypes()).map((type) => type.name);
		expect(credentials).toEqual(expect.arrayContaining(providers.map(({ type }) => type)));
	});

	describe.each(providers)('the credential test of $provider', ({ account, kit }) => {
		const data = () => bed.sandbox.credentials[kit.accounts[0]];

		/** The answer to the Test button, with some fields typed anew. */
		function test(change: object = {}) {
			const stored = bed.accounts[account];
			if (stored === undefined) throw new Error(`There is no ${account}`);
			return bed.editor.testCredential(stored, { ...data(), ...change });
		}

		/** A refusal in a sentence, without a secret. */
		const refusal = (what: RegExp) => ({
			status: 'Error',
			message: expect.stringMatching(what) as string,
		});

		it('says that a connected instance is connected', async () => {
			expect(await test()).toMatchObject({ status: 'OK' });
		});

		it('says that a disconnected one is not, and what to do', async () => {
			const { instance } = data();
			bed.sandbox.changeInstance(kit.gateway, instance, kit.disconnect);
			try {
				expect(await test()).toEqual(refusal(/not connected.*\. \S+/));
			} finally {
				bed.sandbox.changeInstance(kit.gateway, instance, kit.reconnect);
			}
		});

		it('says that a wrong token is refused, without repeating it', async () => {
			const answer = await test({ token: 'not-the-token' });
			expect(answer).toEqual(refusal(/credential|token|key/i));
			expect(answer.message).not.toContain('not-the-token');
		});

		it('says that an unreachable server cannot be reached', async () => {
			expect(await test({ apiUrl: 'http://127.0.0.1:1' })).toEqual(refusal(/could not be reached/));
		});
	});
});
