/**
 * Software that bundled packages carry inside their own files, where no folder below node_modules
 * names it. Its licence has to travel with the package as well.
 */

interface Embedded {
	readonly name: string;
	/** The bundled package that carries it. */
	readonly inside: string;
	readonly licence: 'MIT' | 'Apache-2.0';
	/** Its copyright lines; empty where the carrier ships the whole text as a file of its own. */
	readonly copyright: readonly string[];
	readonly source: string;
}

/** To be looked through when the version of a carrier changes: no tool finds these. */
export const embedded: readonly Embedded[] = [
	{
		name: 'llhttp',
		inside: 'undici',
		licence: 'MIT',
		copyright: ['Copyright Fedor Indutny, 2018.'],
		source: 'https://github.com/nodejs/llhttp',
	},
	{
		name: 'ws',
		inside: 'undici',
		licence: 'MIT',
		copyright: [
			'Copyright (c) 2011 Einar Otto Stangvik <einaros@gmail.com>',
			'Copyright (c) 2013 Arnout Kazemier and contributors',
			'Copyright (c) 2016 Luigi Pinca and contributors',
		],
		source: 'https://github.com/websockets/ws',
	},
	{
		name: 'formdata-polyfill',
		inside: 'undici',
		licence: 'MIT',
		copyright: ['Copyright (c) 2016 Jimmy Karl Roland Wärting'],
		source: 'https://github.com/jimmywarting/FormData',
	},
	{
		// The numbering plans of all countries; LICENSE.Apache of its carrier is its text.
		name: 'libphonenumber',
		inside: 'libphonenumber-js',
		licence: 'Apache-2.0',
		copyright: [],
		source: 'https://github.com/google/libphonenumber',
	},
];

/** The MIT licence under these copyright lines. */
export function mitText(copyright: readonly string[]): string {
	return `MIT License

${copyright.join('\n')}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
}
