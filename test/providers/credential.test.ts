/** What may be stored in a credential, whichever gateway it is of. */
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { kitOf, tokenWith } from '../gateways';

const copyIt = 'Copy it again from the gateway, e.g. by its copy button';
const missing = `is missing. ${copyIt}`;
const empty = `is empty. ${copyIt}`;
const tooLong = `is longer than 1000 characters, and no gateway gives such a one. ${copyIt}`;
const dots = `is only dots. ${copyIt}`;
const invisible = `has a line break or another invisible character in it. ${copyIt}`;

describe.each(Object.entries(providers as Readonly<Record<string, Provider>>))(
	'a credential of %s',
	(id, provider) => {
		const kit = kitOf(id);
		const usual = {
			apiUrl: 'https://gateway.example/',
			instance: 'i',
			token: tokenWith(kit, 'tok'),
		};
		const read = (changed: object) => provider.credential.safeParse({ ...usual, ...changed });
		const complaint = (changed: object) =>
			read(changed).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

		it('has an address without its last slash', () => {
			expect(read({}).data).toMatchObject({ apiUrl: 'https://gateway.example', instance: 'i' });
			expect(complaint({ apiUrl: 'gateway' })).toEqual([
				expect.stringMatching(/^apiUrl is not a web address\. /),
			]);
		});

		it.each([
			[undefined, missing],
			[null, missing],
			[{}, missing],
			['', empty],
			[' ', empty],
			['..', dots],
			['.', dots],
			['7'.repeat(1001), tooLong],
		])('has no instance %j', (instance, message) => {
			expect(complaint({ instance })).toEqual([`instance ${message}`]);
		});

		it.each([
			['7'.repeat(1000), '7'.repeat(1000)],
			[1101000001, '1101000001'],
			['...', '...'],
			['a.', 'a.'],
			['.a', '.a'],
		])('may have the instance %j', (instance, said) => {
			expect(read({ instance }).data).toMatchObject({ instance: said });
		});

		it.each(['a\nb', 'a\u0000b', 'a\u2028b', 'a\u2029b', 'a\u0085b'])(
			'has no token %j',
			(token) => {
				expect(complaint({ token: tokenWith(kit, token) })).toContain(`token ${invisible}`);
			},
		);

		it('names each of its secrets', () => {
			const credential = provider.credential.parse(usual);
			expect(provider.secretsOf(credential)).toContain(usual.token);
		});

		const isOwn = 'ignoreSslIssues' in (read({}).data ?? {});
		it.each<[unknown, boolean]>([
			[undefined, false],
			[null, false],
			['', false],
			[' ', false],
			[false, false],
			[true, true],
		])('with the switch for certificates at %j', (ignoreSslIssues, ignores) => {
			const credential = provider.credential.parse({ ...usual, ignoreSslIssues });
			expect(provider.ignoresSslIssues(credential)).toBe(isOwn && ignores);
		});

		it('has a yes or no for a switch', () => {
			const said = 'ignoreSslIssues is not a yes or no. Choose true or false';
			expect(complaint({ ignoreSslIssues: 'yes' })).toEqual(isOwn ? [said] : undefined);
		});
	},
);
