/** The error table's rows about the connection itself, which are the same for every gateway. */
import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox';
import { kits, tokenWith } from '../gateways';
import { cores, gateways, unhurried, withSandbox } from '../promises/sending';
import { runNode } from './inEngine';

interface Row {
	readonly that: string;
	readonly fault?: Fault;
	/** In place of the sandbox's. */
	readonly apiUrl?: string;
	readonly timeout?: number;
	readonly code: string;
	readonly delivery: 'notSent' | 'unknown';
	readonly retryable: boolean;
	/** None came where left out. */
	readonly httpStatus?: number;
	readonly says: RegExp;
}

const unknown = { delivery: 'unknown', retryable: false } as const;
const notSent = { delivery: 'notSent', retryable: false } as const;

const rows: readonly Row[] = [
	{
		that: 'a refused connection',
		apiUrl: 'http://127.0.0.1:9',
		...{ code: 'UNAVAILABLE', delivery: 'notSent', retryable: true },
		says: /could not be reached: connection refused$/,
	},
	{
		that: 'a name that does not exist',
		apiUrl: 'http://gateway.invalid',
		...{ code: 'UNAVAILABLE', delivery: 'notSent', retryable: true },
		says: /could not be reached: \w/,
	},
	{
		that: 'a reset after the request was written',
		fault: { kind: 'close', when: 'before' },
		...{ code: 'UNAVAILABLE', ...unknown },
		says: /broke the connection off before it answered/,
	},
	{
		that: 'a reset after the card was taken',
		fault: { kind: 'close', when: 'after' },
		...{ code: 'UNAVAILABLE', ...unknown },
		says: /broke the connection off before it answered/,
	},
	{
		that: 'an end in the middle of the answer',
		fault: { kind: 'close', when: 'midBody' },
		...{ code: 'UNAVAILABLE', ...unknown },
		says: /broke the connection off before it answered/,
	},
	{
		that: 'no answer at all',
		fault: { kind: 'hang', when: 'after' },
		timeout: 1000,
		...{ code: 'TIMEOUT', ...unknown },
		says: /did not answer completely in time/,
	},
	{
		that: 'an answer that drips',
		fault: { kind: 'drip', everyMs: 20 },
		timeout: 1000,
		...{ code: 'TIMEOUT', ...unknown },
		says: /did not answer completely in time/,
	},
	{
		that: 'an answer without an end',
		fault: { kind: 'endless' },
		...{ code: 'UNEXPECTED_RESPONSE', ...unknown, httpStatus: 200 },
		says: /larger than 5 MiB/,
	},
	{
		that: 'an answer that inflates',
		fault: { kind: 'gzipBomb' },
		...{ code: 'UNEXPECTED_RESPONSE', ...unknown, httpStatus: 200 },
		says: /larger than 5 MiB/,
	},
	{
		that: 'a redirect, which is not followed',
		fault: { kind: 'redirect' },
		...{ code: 'REJECTED', ...notSent, httpStatus: 302 },
		says: /did not accept the request \(HTTP 302\)/,
	},
	{
		that: 'a longer Retry-After than is waited for',
		fault: { kind: 'answer', status: 429, headers: { 'retry-after': '121' } },
		...{ code: 'RATE_LIMITED', delivery: 'notSent', retryable: true, httpStatus: 429 },
		says: /asks to wait 121 seconds/,
	},
	{
		that: 'a Retry-After of four hundred digits',
		fault: { kind: 'answer', status: 429, headers: { 'retry-after': '9'.repeat(400) } },
		...{ code: 'RATE_LIMITED', delivery: 'notSent', retryable: true, httpStatus: 429 },
		says: /^[^∞]{1,200}; it asks to wait more than a week$/,
	},
];

const operations: ReadonlyArray<readonly [string, INodeParameters]> = [
	['sendContact', { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } }],
	['getContactInfo', {}],
	['checkNumber', {}],
];

const cases = gateways.flatMap((gateway) =>
	cores.flatMap((core) => rows.map((row) => [gateway, core, row.that, row] as const)),
);

/** A documented pace of look-ups is kept per instance, and nobody wants to wait for it. */
let instances = 0;

it.concurrent.each(cases)(
	'%s in %s: %s',
	withSandbox(async (sandbox, gateway, core, _that, row) => {
		const { credential: account, person, provider } = kits[gateway];
		for (const [operation, parameters] of operations) {
			sandbox.reset();
			if (row.fault) sandbox.plan([{ fault: row.fault }]);
			const credential = sandbox.addInstance({
				provider: gateway,
				instance: `710500${instances++}`,
				token: tokenWith(kits[gateway], 'token-of-the-faults'),
			});
			const tooLong = row.says.source.includes('asks to wait');
			const { failed } = await runNode(
				{
					provider,
					credential: {
						...{ ...credential, apiUrl: row.apiUrl ?? credential.apiUrl },
						// Known, or the first request would be one that v1 refuses.
						...account.fixed,
					},
					parameters: {
						operation,
						chatId: '79001234567',
						...parameters,
						options: { maxRetries: tooLong ? 3 : 0, timeout: row.timeout ?? 20_000 },
					},
					settings: { onError: 'continueErrorOutput' },
				},
				core,
			);
			const isSend = operation === 'sendContact';
			expect(failed.map(({ json }) => json)).toEqual([
				{
					error: {
						message: expect.stringMatching(row.says) as unknown,
						code: row.code,
						delivery: isSend ? row.delivery : 'notSent',
						retryable: row.retryable,
						httpStatus: row.httpStatus ?? null,
						provider,
						operation,
						chatId: person('79001234567'),
						contacts: isSend ? [{ fullName: 'Ana', phone: '5511987654321' }] : [],
					},
				},
			]);
			expect(sandbox.requests().length).toBeLessThanOrEqual(1);
		}
	}, unhurried),
);
