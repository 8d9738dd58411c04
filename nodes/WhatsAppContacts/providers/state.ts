/** How a credential test reads a connection state: one good value, a sentence for every other. */
import type { Answer } from './provider';
import type { Reader } from './answer';

interface StateReading {
	readonly answer: Answer;
	readonly reader: Reader;
	/** Where the state stands in the body. */
	readonly path: readonly string[];
	/** The only good value. */
	readonly connected: string | boolean;
	/** Said when the state is missing or `null`. */
	readonly missing: string;
	/** What to do, by state. */
	readonly advice: Readonly<Record<string, string>>;
}

/** `undefined` when connected, else one sentence that says what to do. */
export function stateProblem(reading: StateReading): string | undefined {
	const { answer, reader } = reading;
	if (answer.status !== 200) return refusalSentence(reader, answer);
	// Some servers answer a bare null while an instance is being made.
	if (answer.body === undefined) return refusalSentence(reader, answer);
	const state = reading.path.reduce<unknown>(step, answer.body);
	if (typeof state !== 'string' && typeof state !== 'boolean') {
		const refused = reader.refusal(answer);
		if (refused.happening !== 'unexpectedResponse') return refusalSentence(reader, answer);
		return `${reader.displayName}: no connection state was answered. ${reading.missing}`;
	}
	// Z-API's pages show a yes or no as text.
	if (String(state) === String(reading.connected)) return undefined;
	const advice = Object.hasOwn(reading.advice, String(state))
		? reading.advice[String(state)]
		: "Connect the phone in the gateway's console and test again";
	return `${reader.displayName}: the instance is not connected (${String(state).slice(0, 40)}). ${advice}`;
}

function step(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
		? (value as Readonly<Record<string, unknown>>)[key]
		: undefined;
}

function refusalSentence(reader: Reader, answer: Answer): string {
	const { message, advice } = reader.refusal(answer);
	return `${message}. ${advice}`;
}
