// The vendor's Node.js is older than ours, and its parser named the position of what it did not
// expect. The longest beginning that could still become JSON ends right before that.

/** The sentence of the parser for a text that is no JSON. */
export function unexpectedToken(text: string): string {
	let [viable, broken] = [0, text.length + 1];
	while (broken - viable > 1) {
		const middle = (viable + broken) >> 1;
		if (couldGoOn(text.slice(0, middle))) viable = middle;
		else broken = middle;
	}
	if (broken > text.length) return 'Unexpected end of JSON input';
	return `Unexpected token ${text.charAt(viable)} in JSON at position ${viable}`;
}

function couldGoOn(beginning: string): boolean {
	try {
		JSON.parse(beginning);
		return true;
	} catch (error) {
		const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
		return (
			Number(position) === beginning.length || /Unexpected end|Unterminated/.test(String(error))
		);
	}
}
