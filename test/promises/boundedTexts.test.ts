/**
 * What a gateway says is cut before it is looked into, and what comes out is short whatever came in:
 * counted in characters, at the wire, over every gateway and both ways out.
 */
import type { INodeParameters } from 'n8n-workflow';
import { type Fault, type Sandbox, startSandbox } from '../../sandbox';
import type {
	GetContactInfoCommand,
	SendContactCommand,
} from '../../nodes/WhatsAppContacts/domain/commands';
import { readable } from '../../nodes/WhatsAppContacts/delivery/exchange';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { kits } from '../gateways';
import { NODE, runNode } from '../node/inEngine';
import { cores, freshInstance, gateways, someItems } from './sending';

jest.setTimeout(120_000);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ rateWindowMs: 1 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** Every place where one of the gateways has its words, and shapes that none has. */
const saying = (text: string): ReadonlyArray<readonly [number, unknown]> => [
	[400, { message: text, error: text, description: text, reason: text }],
	[400, { response: { message: [[text, text]] } }],
	[400, { response: { message: [text, text] } }],
	[400, { response: { message: [{ exists: false, number: text }] } }],
	[400, { message: Array.from({ length: 50 }, () => text.slice(0, text.length / 50)) }],
	[404, { message: { [text]: text } }],
	[404, { status: 404, response: { message: [text] } }],
	[422, { status: text, message: text }],
	[
		466,
		{
			correspondentsStatus: { status: text, description: text },
			invokeStatus: { description: text },
		},
	],
	[500, { exception: { message: text, name: text }, request: text }],
	[500, { response: { message: ['Error updating profile name', text] } }],
	[501, `<html><title>${text}</title>`],
	[200, { error: text, message: text, value: text, id: { [text]: 1 } }],
	[201, { error: text, message: text, code: 1, type: text }],
	[201, text],
];

const MEBIBYTE = 1024 * 1024;
/** A sentence with its advice, the account of a run, and the rest of an error that n8n stores. */
const MAX_OF_ERROR = 12_000;

describe.each(cores)('in %s', (core) => {
	test.each(gateways)('megabytes of words come out as a sentence each (%s)', async (gateway) => {
		const answers = [
			...saying('unexpected [5511987650011.'.repeat(MEBIBYTE / 4 / 26)),
			...Array.from({ length: 8 }, () => [400, { message: 'é'.repeat(MEBIBYTE) }] as const),
		];
		const { provider, credential: account } = kits[gateway];
		const operations: ReadonlyArray<readonly [string, INodeParameters]> = [
			['sendContact', { contacts: { contact: [{ phone: '+5511987654321', firstName: 'Ana' }] } }],
			['getContactInfo', {}],
		];
		for (const [operation, parameters] of operations) {
			for (const onError of ['continueRegularOutput', 'stopWorkflow'] as const) {
				// Some look-ups go out once a second.
				const isMany = operation === 'sendContact' && onError !== 'stopWorkflow';
				const some = isMany ? answers : answers.slice(1, 2);
				const chats = someItems(some.length).map(({ to }) => to);
				sandbox.reset();
				sandbox.plan(
					some.map(([status, body], at): { match: object; fault: Fault } => ({
						match: { chatId: kits[gateway].person(chats[at] ?? '') },
						fault: { kind: 'answer', status, body },
					})),
				);
				const { execution } = await runNode(
					{
						provider,
						credential: { ...freshInstance(sandbox, gateway), ...account.fixed },
						parameters: {
							...{ operation, ...parameters, chatId: '={{ $json.to }}' },
							options: { maxRetries: 0, concurrency: 8 },
						},
						items: chats.map((to) => ({ to })),
						settings: { onError },
					},
					core,
				);
				const { runData, error } = execution.run.data.resultData;
				const stored = JSON.stringify([runData[NODE], error]);
				expect(stored).toContain('error');
				expect(stored.length).toBeLessThan(MAX_OF_ERROR * (some.length + 1));
				for (const hint of execution.hints(NODE)) expect(hint.length).toBeLessThan(2100);
			}
		}
	});

	test.each(gateways)('names and fields of any length make short hints (%s)', async (gateway) => {
		const long = 'x'.repeat(200_000);
		const cards = Array.from({ length: 30 }, (_, at) => ({
			...{ fullName: `Ana ${at}`, phone: `+55119876543${at + 10}`.slice(0, 14) },
			[`${at}${long}`]: 1,
		}));
		const { execution } = await runNode(
			{
				provider: kits[gateway].provider,
				credential: { ...freshInstance(sandbox, gateway), ...kits[gateway].credential.fixed },
				parameters: {
					...{ operation: 'sendContact', chatId: '79001234567', specifyContacts: 'json' },
					contactsJson: JSON.stringify(cards),
				},
			},
			core,
		);
		const hints = execution.hints(NODE);
		expect(hints.join()).toMatch(/Left out/);
		for (const hint of hints) expect(hint.length).toBeLessThan(2100);
	});
});

const send: SendContactCommand = {
	chatId: { kind: 'person', digits: '5511987654321' },
	cards: [{ fullName: 'Ana', phones: [{ digits: '5511987654321', styled: null }] }],
	omittedFields: [],
};
const lookUp: GetContactInfoCommand = {
	chatId: { kind: 'person', digits: '5511987654321' },
	extraDetails: ['registration', 'businessProfile'],
	mainOnly: false,
};

/** The longest text that a pattern met. */
function longestMet(act: () => void): number {
	const { exec } = RegExp.prototype;
	let longest = 0;
	RegExp.prototype.exec = function (text: string) {
		longest = Math.max(longest, text.length);
		return exec.call(this, text);
	};
	try {
		act();
	} finally {
		RegExp.prototype.exec = exec;
	}
	return longest;
}

test('the count sees a pattern, whoever uses it', () => {
	const text = 'a'.repeat(9000);
	expect(longestMet(() => /b/.test(text))).toBe(9000);
	expect(longestMet(() => text.replace(/b/g, ''))).toBe(9000);
	expect(longestMet(() => [...text.matchAll(/b/g)])).toBe(9000);
});

describe.each(Object.values(providers as Readonly<Record<string, Provider>>))(
	'$displayName',
	(provider) => {
		const credential = {
			...{ apiUrl: 'https://api.example.com', instance: 'i', token: 't' },
			...{ serverVersion: 'v2', ignoreSslIssues: false },
		};

		test('looks with no pattern into more than a message can hold', () => {
			const texts = ['x'.repeat(200_000), 'unexpected '.repeat(20_000), '[1.'.repeat(70_000)];
			for (const text of texts) {
				for (const [status, body] of saying(text)) {
					const said = typeof body === 'string' ? body : JSON.stringify(body);
					const answer = readable({ status, text: said, headers: {}, oversized: false });
					const first = provider.sendContact.ask(send, credential, new Map());
					const info = provider.getContactInfo.ask(lookUp, credential, new Map());
					const met = longestMet(() => {
						if (!('split' in first)) first.read(answer);
						if (!('split' in info)) info.read(answer);
						provider.connection.problem(answer);
					});
					expect({ status, body: said.slice(0, 60), met: met > 5100 }).toEqual({
						...{ status, body: said.slice(0, 60), met: false },
					});
				}
			}
		});
	},
);
