/**
 * Spellings in which people and programs really write an international number. Every gateway must
 * be given the same digits for each, as recipient, in a look-up and on a card.
 */

/** Of the number with these digits. */
export const spellingsOf = (digits: string): readonly string[] => [
	`${digits}.0`,
	`${digits}.00`,
	`00${digits}`,
	`'${digits}`,
	`whatsapp:${digits}`,
	`https://wa.me/${digits}?text=a@b.example`,
	`wa.me/${digits}`,
	`http://api.whatsapp.com/send?phone=${digits}&text=Ana`,
];

/** German numbers as Outlook exports them, Italian ones with the zero that they keep. */
export const trunkZeros = [
	['+49 (0611) 123456-11', '4961112345611'],
	['+39 06 1234 5678', '390612345678'],
] as const;
