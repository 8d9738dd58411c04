/**
 * What the node means, whatever the gateway: its commands and their results.
 * `undefined` is "not asked", `null` is "the provider does not say".
 */
import type { ChatId } from './numbers/chatId';
import type { SkippedCard } from './cards/cardList';
import type { ContactCard } from './cards/contactCard';

/** What the recipient can be shown before a card arrives. */
export const presences = ['available', 'composing', 'paused', 'recording', 'unavailable'] as const;
export type Presence = (typeof presences)[number];

/** Put these cards into that chat. */
export interface SendContactCommand {
	readonly chatId: ChatId;
	/** At least one. */
	readonly cards: readonly ContactCard[];
	/** What was given and already left out, in the public names. */
	readonly omittedFields: readonly string[];
	/** Cards that could not be sent, told with the message of that card. */
	readonly skipped?: { readonly cards: readonly SkippedCard[]; readonly toldWith?: ContactCard };
	readonly quotedMessageId?: string;
	readonly delaySeconds?: number;
	readonly presence?: Presence;
}

/** What an accepted message is known by. */
export interface SentContact {
	readonly messageId: string | null;
	readonly queueId: string | null;
	readonly providerStatus: string | null;
	/** ISO 8601, UTC. */
	readonly timestamp: string | null;
}

/** Requests beside the main one that a look-up may ask for. */
export const extraDetails = ['businessProfile', 'registration'] as const;
export type ExtraDetail = (typeof extraDetails)[number];

/** Say what the gateway knows of a person. */
export interface GetContactInfoCommand {
	readonly chatId: Extract<ChatId, { kind: 'person' | 'lid' }>;
	/** The main answer is wanted as it is: nothing beside it is asked. */
	readonly mainOnly: boolean;
	readonly extraDetails: readonly ExtraDetail[];
}

/** Say whether a number is on WhatsApp, and under which number. */
export interface CheckNumberCommand {
	readonly chatId: Extract<ChatId, { kind: 'person' }>;
}

/** What a gateway says of a number. */
export interface NumberCheck {
	readonly exists: boolean;
	/** The digits under which WhatsApp knows the account; they may differ from the asked ones. */
	readonly whatsAppId: string | null;
	readonly lid: string | null;
}

/** A product of a business's catalogue. */
export interface Product {
	readonly id: string | null;
	readonly name: string | null;
	readonly description: string | null;
	readonly price: string | null;
	readonly availability: string | null;
	readonly isHidden: boolean | null;
	readonly reviewStatus: string | null;
	readonly imageUrl: string | null;
	readonly thumbnailUrl: string | null;
}

/** What a gateway knows of a person. */
export interface ContactInfo {
	readonly phone: string | null;
	readonly lid: string | null;
	readonly exists: boolean | null;
	readonly name: string | null;
	readonly contactName: string | null;
	readonly about: string | null;
	readonly avatarUrl: string | null;
	readonly isBusiness: boolean | null;
	readonly email: string | null;
	readonly website: string | null;
	readonly category: string | null;
	readonly description: string | null;
	readonly address: string | null;
	readonly products: readonly Product[] | null;
	readonly lastSeen: string | number | null;
	readonly isArchived: boolean | null;
	readonly isMuted: boolean | null;
	readonly muteExpiration: string | number | null;
	readonly isDisappearing: boolean | null;
	/** Seconds. */
	readonly messageExpiration: number | null;
}
