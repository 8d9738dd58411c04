/** One text in every place where a gateway has words, to see what becomes of a long or a hostile one. */

/** Every place where one of the gateways has its words, and shapes that none has. */
export const saying = (text: string): ReadonlyArray<readonly [number, unknown]> => [
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
