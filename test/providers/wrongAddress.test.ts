/** Whoever wrote another server's address into a credential is told to look at the address. */
import { providers } from '../../nodes/WhatsAppContacts/providers';

const page = { headers: {}, body: undefined, text: '<html><title>Welcome</title></html>' };

describe.each(Object.entries(providers))('%s', (_id, { connection }) => {
	it('speaks of the API URL where a web server has no such page', () => {
		const answer = { ...page, status: 404, oversized: false };
		expect(connection.problem(answer)).toMatch(/\bAPI URL\b/);
	});
});
