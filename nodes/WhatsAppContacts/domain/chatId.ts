/** Who a message goes to. */

/** A chat, in a spelling of no provider's. */
export type ChatId =
	| { readonly kind: 'person'; readonly digits: string }
	/** A privacy id: digits that are no phone number. */
	| { readonly kind: 'lid'; readonly id: string }
	/** `creator-timestamp` */
	| { readonly kind: 'oldGroup'; readonly id: string }
	/** 18 or more digits. */
	| { readonly kind: 'newGroup'; readonly id: string };
