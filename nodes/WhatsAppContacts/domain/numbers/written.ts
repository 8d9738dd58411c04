/**
 * What stands around a number where it was copied from: a spreadsheet's apostrophe or decimal
 * places, a scheme, a link that opens a chat. All that is read as a number or an id is freed of it
 * here first.
 */
import { isProblem, type Reading } from '../reading';
import { examplePhone, plain, quoted, typedText } from '../typed';

/** The text of a number or an id. */
export interface Written {
	/** As messages quote it. */
	readonly typed: string;
	/** In plain characters, with nothing around it. */
	readonly text: string;
}

/** Reads the text of a number or an id from any value. */
export function readWritten(value: unknown): Reading<Written> {
	const reading = typedText(value);
	if (isProblem(reading)) return reading;
	const typed = reading.value;
	// Word processors make a typographic sign of a spreadsheet's apostrophe.
	const bare = plain(typed).replace(/^['`´ʹʼ‘’‛′]+\s*/, '');
	const link = chatLink.exec(bare);
	const number = link === null ? bare.replace(/^(?:tel|whatsapp):[\s/]*/i, '') : numberBehind(link);
	if (number === undefined) {
		return {
			problem: `${quoted(typed)} is a link without a phone number. Write the number, e.g. ${examplePhone}`,
		};
	}
	const text = withoutDecimals(number);
	return text === undefined ? decimalProblem(typed) : { value: { typed, text } };
}

/** The problem of a number that a spreadsheet made another one. */
export function decimalProblem(typed: string): { readonly problem: string } {
	return {
		problem: `${quoted(typed)} is a decimal number, as spreadsheets make them. Write digits only, e.g. ${examplePhone}`,
	};
}

/** Path and query of WhatsApp's links; people also write them without a scheme. */
const chatLink =
	/^(?:(?:https?:\/\/)?(?:www\.)?(?:wa\.me|(?:\w+\.)?whatsapp\.com)(?![^/?#])|whatsapp:(?=\/\/send))\/*([^?#]*)(?:\?([^#]*))?/i;

/** `wa.me/5511987654321`, `api.whatsapp.com/send?phone=5511987654321`; codes and channels: nothing. */
function numberBehind([, path = '', query = '']: RegExpExecArray): string | undefined {
	const place = path.replace(/\/$/, '');
	const phones = [...query.matchAll(/(?:^|&)phone=([^&]*)/gi)].map(([, phone = '']) => phone);
	const [encoded = '', ...others] = /^(?:send)?$/i.test(place) ? phones : [place];
	try {
		const number = plain(decodeURIComponent(encoded));
		return others.length === 0 && /^[+\d\s().-]+$/.test(number) ? number : undefined;
	} catch {
		return undefined;
	}
}

/**
 * A number without the zeros that a spreadsheet puts behind a dot, or nothing if the dot makes it
 * another number: 5521987650011.5, or one too long to have been kept exactly.
 */
function withoutDecimals(text: string): string | undefined {
	const [, whole, places = ''] = /^\+?(\d{7,})\.(\d+)$/.exec(text) ?? [];
	const isDecimal = places.length < 3 || (/^0+$/.test(places) && (whole ?? '').length > 9);
	if (whole !== undefined && isDecimal) {
		return /^0+$/.test(places) && whole.length < 16 ? text.slice(0, text.indexOf('.')) : undefined;
	}
	const isShortened = /^\+?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text);
	// Nobody groups a number's last digit alone, unless dots group all of it.
	const endsInTenths = /^[^.]+\.\d$/.test(text.replace(/\s/g, ''));
	return isShortened || endsInTenths ? undefined : text;
}
