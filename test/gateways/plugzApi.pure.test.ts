// The vectors as pure functions, for quick verdicts, and whose word a refusal is.
import { plugzApi as provider } from '../../nodes/WhatsAppContacts/providers/plugzApi';
import {
	isOwn404,
	isUnknownMethod,
	refusal,
} from '../../nodes/WhatsAppContacts/providers/plugzApi/refusal';
import { describePure } from './describePure';
import { plugzApi } from './plugzApi.vectors';

describePure(plugzApi);

const answered = (status: number, body: unknown, text = JSON.stringify(body) ?? '') => ({
	...{ status, body, text, headers: {}, oversized: false },
});
const token = { error: 'your client-token is not configured' };

it.each([
	[answered(200, { error: 'NOT_FOUND' }), true, false],
	[answered(200, { error: 'Nope' }), false, false],
	[answered(405, {}), true, false],
	[answered(405, undefined), true, false],
	[answered(405, undefined, ' \n'), true, false],
	[answered(405, undefined, '<html>'), false, false],
	[{ ...answered(405, undefined), oversized: true }, false, false],
	[answered(405, token), false, false],
	[answered(404, {}), true, true],
	[answered(404, null), false, true],
	[answered(404, undefined), false, true],
	[answered(404, undefined, ' \n'), false, true],
	[answered(404, undefined, 'Not Found'), false, false],
	[{ ...answered(404, undefined), oversized: true }, false, false],
	[answered(404, token), false, false],
	[answered(400, {}), false, false],
	[answered(500, {}), false, false],
])(
	'%j says that the method is unknown: %j, or that nobody is meant: %j',
	(answer, method, person) => {
		expect([isUnknownMethod(answer), isOwn404(answer)]).toEqual([method, person]);
	},
);

it.each<[number, unknown, string, string]>([
	[200, { error: ['Nope'] }, 'rejected', 'Nope'],
	[200, { error: { code: 5 } }, 'rejected', ''],
	[200, { error: null, value: false }, 'notConnected', 'the gateway did not carry'],
	[200, { error: false, value: 'false' }, 'notConnected', 'the gateway did not carry'],
	[200, { error: '', value: false }, 'notConnected', 'the gateway did not carry'],
	[200, { value: 'no' }, 'unexpectedResponse', ''],
	[201, { value: false }, 'unexpectedResponse', ''],
	[299, { error: 'Nope' }, 'rejected', 'Nope'],
	[300, { error: 'Nope' }, 'rejected', 'Nope'],
	[500, { error: 'Nope' }, 'serverError', 'Nope'],
	[200, { error: ['Instance', 'not found'] }, 'unauthorized', 'Instance; not found'],
])('%d with %j is %s: %s', (status, body, happening, reason) => {
	const found = refusal(answered(status, body));
	expect(found.happening).toBe(happening);
	expect(found.message).toContain(reason);
});

const url = /^Check API URL in the credential: https/;
it.each([
	[300, {}, true],
	[399, {}, true],
	[400, {}, false],
	[400, { error: 'NOT_FOUND' }, true],
	[404, {}, true],
	[405, {}, true],
	[413, {}, false],
	[500, { error: 'NOT_FOUND' }, false],
])('%d with %j speaks of the address: %j', (status, body, does) => {
	expect(url.test(refusal(answered(status, body)).advice)).toBe(does);
});

it('remembers of each instance that it does not know send-contacts', () => {
	const lessons = new Map<string, string>();
	const phones = ['5511987654321', '5511987654322'].map((digits) => ({ digits, styled: null }));
	const chatId = { kind: 'person', digits: '79001234567' } as const;
	const command = { chatId, cards: [{ fullName: 'Ana', phones }], omittedFields: [] };
	const askOf = (instance: string) => {
		const credential = { apiUrl: 'https://gateway.example', instance, token: 't' };
		const step = provider.sendContact.ask(command, credential, lessons);
		if ('split' in step) throw new Error('one card is one message');
		const hints = (step.hints ?? []).map((hint) => hint(1, { hasPause: false }));
		return { step, method: step.method, hints: hints.join() };
	};
	const first = askOf('a');
	expect(first).toMatchObject({ method: 'send-contacts' });
	expect(first.hints).not.toContain('went out as one message per card');
	first.step.read(answered(405, {}));
	const second = askOf('a');
	expect(second).toMatchObject({ method: 'send-contact' });
	expect(second.hints).toContain('went out as one message per card');
	expect(askOf('b')).toMatchObject({ method: 'send-contacts' });
});
