/**
 * What a gateway's webhook brings and what comes out of Read Received Cards: data, one list for each
 * gateway and row. A gateway of which something is not known says so.
 */

/** What an item repeats of its message. */
export interface ReceivedAbout {
	readonly instance: string | null;
	readonly messageId: string | null;
	readonly chatId: string | null;
	readonly isGroup: boolean;
	readonly fromMe: boolean;
	readonly sender: {
		readonly phone: string | null;
		readonly lid: string | null;
		readonly name: string | null;
	};
	readonly timestamp: string | null;
}

/** A card as it comes out, or why it does not. */
export type ReceivedResult =
	| {
			readonly contact: Readonly<Record<string, unknown>>;
			readonly omittedFields?: readonly string[];
			readonly vCard: string | null;
	  }
	| { readonly refused: RegExp };

/** An event and what it becomes; without `cards` it is no received card. */
export interface ReceivedVector {
	readonly that: string;
	readonly event: Readonly<Record<string, unknown>>;
	readonly includeOwn?: true;
	readonly about?: Partial<ReceivedAbout>;
	readonly cards?: readonly ReceivedResult[];
}

type Row =
	| 'one card'
	| 'several cards'
	| 'in a disappearing chat'
	| 'a reply that quotes a card'
	| 'of a group'
	| 'by a privacy id'
	| "one's own"
	| 'no card'
	| 'unreadable'
	| 'of wrong types';

/** Every row is answered for every gateway. */
export interface ReceivedVectors {
	/** What the items of these vectors have in common. */
	readonly about: ReceivedAbout;
	/** Headers by which a webhook with this secret shows that it is genuine; none where nothing does. */
	readonly proof: (secret: string, body: string) => Readonly<Record<string, string>>;
	readonly rows: Readonly<
		Record<Row, readonly [ReceivedVector, ...ReceivedVector[]] | 'not known to differ'>
	>;
}

/** All vectors of a gateway. */
export function receivedRows({ rows }: ReceivedVectors): ReceivedVector[] {
	return Object.entries(rows).flatMap(([row, vectors]) =>
		typeof vectors === 'string'
			? []
			: vectors.map((vector) => ({ ...vector, that: `${row}: ${vector.that}` })),
	);
}

/** A contact as Send Contact takes it; what is not said is `null`. */
export function contactOf(given: Readonly<Record<string, unknown>> & { readonly phone: string }) {
	return {
		fullName: null,
		firstName: null,
		middleName: null,
		lastName: null,
		company: null,
		phones: [given.phone],
		whatsAppId: null,
		email: null,
		url: null,
		businessDescription: null,
		...given,
	};
}

/** As phones share a card of somebody on WhatsApp. */
export const anaVCard =
	'BEGIN:VCARD\nVERSION:3.0\nN:Silva;Ana;;;\nFN:Ana Silva\n' +
	'item1.TEL;waid=5511987654321:+55 11 98765-4321\nitem1.X-ABLabel:Celular\nEND:VCARD';

export const ana = {
	contact: contactOf({
		fullName: 'Ana Silva',
		firstName: 'Ana',
		lastName: 'Silva',
		phone: '5511987654321',
		whatsAppId: '5511987654321',
	}),
	vCard: anaVCard,
};

/** Of somebody who is not on WhatsApp: no `waid`. */
export const joaoVCard =
	'BEGIN:VCARD\nVERSION:3.0\nFN:João Souza\nORG:Oficina;\nTEL:+55 21 99876-5432\n' +
	'EMAIL:joao@example.com\nPHOTO;BASE64:AAAA\nEND:VCARD';

export const joao = {
	contact: contactOf({
		fullName: 'João Souza',
		company: 'Oficina',
		phone: '5521998765432',
		email: 'joao@example.com',
	}),
	omittedFields: ['vCard.PHOTO'],
	vCard: joaoVCard,
};

export const withoutNumber = 'BEGIN:VCARD\nVERSION:3.0\nFN:Boletim\nEND:VCARD';
