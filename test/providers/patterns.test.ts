/**
 * What a gateway says is cut before a pattern looks into it. The count replaces a part of the
 * language, which then is slow for good: hence a realm of its own.
 *
 * @jest-environment node
 */
import { readable } from '../../nodes/WhatsAppContacts/delivery/exchange';
import type {
	GetContactInfoCommand,
	SendContactCommand,
} from '../../nodes/WhatsAppContacts/domain/commands';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { saying } from '../vectors/sayings';

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
