/** A visiting card as the node means it, whatever the gateway can carry of it. */

/** A card's phone number. */
export interface CardPhone {
	/** International, 7–15 digits. */
	readonly digits: string;
	/** As typed when typed with `+` (trimmed, line breaks out), else `null`. */
	readonly styled: string | null;
}

/** A checked card. Absent keys were not given; texts are trimmed and never empty. */
export interface ContactCard {
	/** The name every provider can show: given, or joined from the parts, or the company. */
	readonly fullName: string;
	readonly firstName?: string;
	readonly middleName?: string;
	readonly lastName?: string;
	readonly company?: string;
	/** At least one; the first is the card's main number. */
	readonly phones: readonly CardPhone[];
	readonly email?: string;
	readonly url?: string;
	readonly businessDescription?: string;
	/** Digits behind the card's Message button, where they differ from the phone's. */
	readonly whatsAppId?: string;
}
