/** GOWA's 500s: it passes the texts of its library on, and only they tell what became of a card. */

/** The library said so before it built the message, or the server before it read the request. */
const early: ReadonlyArray<readonly [RegExp, string | undefined]> = [
	[
		/^no LID found for /,
		'WhatsApp does not know the number, at least in this form. Check it and its country code; in Brazil try it with or without the ninth digit',
	],
	[/^failed to get group members: /, 'Check the id of the group and that the account is in it'],
	[/^failed to get (?:user info for|LID for PN) /, undefined],
	[/^message recipient must be a user JID/, undefined],
	[/^can't send message to unknown server/, undefined],
	[/^invalid JID /, undefined],
	[/^(?:unexpected end of JSON input|invalid character )/, undefined],
];

/** Of these nobody can tell, whatever stands before them; nor of a text that was cut. */
const inDoubt = /timed? ?out|deadline exceeded|disconnected before|runtime error|…$/i;

/** What to do about a text after which nothing can have left; `undefined` for every other text. */
export function earlyError(text: string): { readonly advice: string | undefined } | undefined {
	const found = inDoubt.test(text) ? undefined : early.find(([start]) => start.test(text));
	return found && { advice: found[1] };
}

/** The device has no session with WhatsApp; said before anything is tried. */
export function isWithoutSession(text: string): boolean {
	return /^(?:the store doesn't contain a device JID|Whatsapp client is not initialized)/i.test(
		text,
	);
}

/** There is none, or its owner hides it. */
export function isNoPicture(text: string): boolean {
	return /^(?:that user or group does not have a profile picture|the user has hidden their profile picture|no avatar found)/i.test(
		text,
	);
}

/** Somebody who is no business. */
export function isNoBusiness(text: string): boolean {
	return /^missing jid in business profile/i.test(text);
}
