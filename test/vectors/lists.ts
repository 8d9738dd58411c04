/** What a gateway lists of its chats, for the editor: data, one list for each gateway. */
import type { Exchange } from './vector';

export interface ListVector {
	/** Ends the sentence "The list of …". */
	readonly that: string;
	readonly kind: 'groups' | 'people';
	/** Over the provider's usual credential. */
	readonly credential?: Readonly<Record<string, unknown>>;
	/** Whether it is the poorer list, for servers that fail over the good one. */
	readonly instead?: true;
	readonly exchanges: readonly Exchange[];
	/** Each chat's id and name as the gateway has them, or what is said instead of a list. */
	readonly comes: ReadonlyArray<readonly [string, string | null]> | RegExp;
}
