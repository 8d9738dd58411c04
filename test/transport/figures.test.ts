/** The limits that users are told of: written out here, for the other suites import them. */
import { IDLE_MS } from '../../nodes/WhatsAppContacts/transport/connections';
import { MAX_ANSWER_BYTES, MAX_CONNECT_MS } from '../../nodes/WhatsAppContacts/transport/http';

it('an answer is read up to 5 MiB, connecting takes 10 s at most, idle connections end early', () => {
	expect(MAX_ANSWER_BYTES).toBe(5_242_880);
	expect(MAX_CONNECT_MS).toBe(10_000);
	expect(IDLE_MS).toEqual({ send: 10, lookUp: 4_000 });
});
