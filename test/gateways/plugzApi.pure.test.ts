// The vectors as pure functions, for quick verdicts, and whose word a refusal is.
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
