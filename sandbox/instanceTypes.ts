// The switches of an instance: everything in which one account or server differs from the next. A
// test asks for the gateway it needs instead of teaching the sandbox a special case. Each vendor
// adds its own in `account.ts` of its folder.

/** A chat in no vendor's spelling. */
export interface Chat {
	kind: 'group' | 'person' | 'community' | 'newsletter' | 'status' | 'me';
	/** Digits; of an old group with a dash. */
	id: string;
	/** What a list calls it; left out where WhatsApp told none. */
	name?: string;
	/** In the phone's own address book. */
	contactName?: string;
	archived?: boolean;
	/** Only some vendors still list such a group. */
	left?: boolean;
	/** Known only because of a group that both are in. */
	isMember?: boolean;
}

/** What a gateway knows about a number. */
export interface Person {
	name?: string;
	/** In the instance's own phone book. */
	contactName?: string;
	about?: string;
	avatarUrl?: string;
	lid?: string;
	business?: {
		email?: string;
		category?: string;
		description?: string;
		address?: string;
		websites?: string[];
		/** Answered as given by the vendor that has them. */
		products?: unknown;
	};
}

/** What every instance has; `provider` is its gateway's name, and tells the vendors' own apart. */
export interface AnyInstance {
	provider: string;
	instance: string;
	token: string;
	/** By digits; added to the sandbox's own directory. */
	people?: Record<string, Person>;
	/** In place of the chats that every account has, for its lists. */
	chats?: Chat[];
	/** Besides every number that ends in 0000. */
	notOnWhatsApp?: string[];
	/** Registered with the webhook: each vendor shows in its own way that it knows it. */
	webhookSecret?: string;
	/** By method: answered after authentication, before anything else; nothing is accepted. */
	answers?: Record<string, { status: number; body?: unknown; headers?: Record<string, string> }>;
}

/** An instance's switches, without the two keys that name it. */
export type Switches<T> = Partial<Omit<T, 'provider' | 'instance'>>;
