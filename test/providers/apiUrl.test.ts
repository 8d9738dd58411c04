/** Where a gateway lives, and what is below it: secrets go nowhere else. */
import {
	below,
	belowOrRefuse,
	encodeSegment,
	ForeignUrlError,
	join,
	readApiUrl,
} from '../../nodes/WhatsAppContacts/providers/apiUrl';
import { leadsUp } from '../../nodes/WhatsAppContacts/providers/waysUp';

it.each<[unknown, string]>([
	['', 'is empty'],
	[' ', 'is empty'],
	[5, 'is empty'],
	[undefined, 'is empty'],
	['api.example.com', 'is not a web address'],
	['ftp://api.example.com', 'does not begin with https:// or http://'],
	['https://user@api.example.com', 'has a user name or password in it'],
	['https://:pass@api.example.com', 'has a user name or password in it'],
	['https://api.example.com?x', 'has a ? or # in it'],
	['https://api.example.com/#x', 'has a ? or # in it'],
])('says of the address %j that it %s', (typed, problem) => {
	expect(readApiUrl(typed)).toEqual({
		problem: `${problem}. Write the address your gateway gives you, e.g. https://api.example.com`,
	});
});

it.each([
	['my shop/1', 'my%20shop%2F1'],
	['...', '...'],
	['a..', 'a..'],
	['..a', '..a'],
	['\ud800', '%EF%BF%BD'],
])('writes %j into a path as %s', (text, segment) => {
	expect(encodeSegment(text)).toBe(segment);
});

it.each(['.', '..'])('writes no %j into a path, which would climb', (text) => {
	expect(() => encodeSegment(text)).toThrow(ForeignUrlError);
});

const api = 'https://api.example.com/v3';

it.each<[string, readonly string[], string]>([
	['https://api.example.com/v3/send', ['send'], ''],
	['https://API.example.com:443/v3//a/b?x=1#y', ['a', 'b'], '?x=1#y'],
	['https://api.example.com/v3/', [''], ''],
	['https://api.example.com/v3/a/../b', ['b'], ''],
])('finds %s below its base', (url, segments, tail) => {
	const split = { base: api, segments, tail };
	expect(below(url, `${api}/`)).toEqual(split);
	expect(join(split)).toBe(`${api}/${segments.join('/')}${tail}`);
});

it('finds what is below a base without a path', () => {
	expect(below('https://api.example.com/a', 'https://api.example.com')).toEqual({
		...{ base: 'https://api.example.com', segments: ['a'], tail: '' },
	});
});

it.each([
	'https://api.example.com/v3',
	'https://api.example.com/v33/send',
	'https://api.example.com/v3/../send',
	'https://api.example.com.evil.example/v3/send',
	'http://api.example.com/v3/send',
	'https://api.example.com:8443/v3/send',
	'https://user@api.example.com/v3/send',
	'https://:pass@api.example.com/v3/send',
	'/v3/send',
])('takes %s for elsewhere', (url) => {
	expect(below(url, api)).toBeUndefined();
	const asked = () => belowOrRefuse({ url, headers: {} }, api);
	expect(asked).toThrow(ForeignUrlError);
	expect(asked).toThrow(
		/^The URL does not begin with this credential's API URL.*not added\. Write the URL with the API URL of the credential$/,
	);
	expect(new ForeignUrlError()).toHaveProperty('name', 'ForeignUrlError');
});

it('takes nothing for below an address that is none', () => {
	expect(below('https://api.example.com/v3/send', undefined)).toBeUndefined();
});

it('looks for ways up only in what a person typed', () => {
	const url = 'https://api.example.com/v3/%2e%2e%2fsend';
	expect(belowOrRefuse({ url, headers: {} }, api)).toMatchObject({ base: api });
	for (const typed of [url, `${api}/a/..;x/b`]) {
		const asked = () => belowOrRefuse({ url: typed, headers: {}, isTyped: true }, api);
		expect(asked).toThrow(ForeignUrlError);
	}
	const own = { url: `${api}/send`, headers: {}, isTyped: true } as const;
	expect(belowOrRefuse(own, api)).toMatchObject({ segments: ['send'] });
});

it.each([
	['send', false],
	['a..b/..c/d../...', false],
	['a%2Fb', false],
	['100%/%zz', false],
	['', false],
	['..', true],
	['a/../b', true],
	['a\\..', true],
	['..;x=1/send', true],
	['%2e%2e/send', true],
	['%2E./send', true],
	['.%2e', true],
	['%252e%252e/send', true],
	['a%2f..', true],
	['a%5c..', true],
	['%c0%ae%c0%ae/send', true],
	['%c0%ae%c0%ae%c0%afsend', true],
	['a%c1%9c..', true],
	['．．/send', true],
	['.\u200b./send', true],
	['.%00./send', true],
	['. ./send', true],
	['%e9/%2e%2e', true],
	['.%e2%80%8b./x', true],
	['%EF%BC%8E%EF%BC%8E/x', true],
])('says of the path %j whether it leads up: %j', (path, does) => {
	expect(leadsUp(path)).toBe(does);
});

it('gives up on a name that is encoded more often than anybody does', () => {
	const encoded = (times: number) => `%${'25'.repeat(times)}41`;
	expect(leadsUp(encoded(7))).toBe(false);
	expect(leadsUp(encoded(8))).toBe(true);
});
