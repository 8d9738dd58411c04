/**
 * Webhook events that nobody means well by: of wrong types, huge, deep. Each becomes a card, an error
 * or nothing, never a throw, and its work and its items grow as it does.
 *
 * @jest-environment node
 */
import type { IDataObject } from 'n8n-workflow';
import { readJsonCards, readVCardCards } from '../../nodes/WhatsAppContacts/domain/cards/readCards';
import { readReceivedCards } from '../../nodes/WhatsAppContacts/operations/readReceivedCards';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { workOf } from '../domain/work';
import { vCards } from '../domain/vectors/vCards';
import { type Kit, kits } from '../gateways';
import { anaVCard, receivedRows } from '../vectors/received';

type Event = Readonly<Record<string, unknown>>;

const receiving: readonly Kit[] = Object.values(kits).filter((kit: Kit) => kit.received);
const eventsOf = ({ received }: Kit) => (received ? receivedRows(received) : []);

function read(event: unknown, options: object = { includeOwn: true, keepOthers: true }) {
	const reading = readReceivedCards.read(() => options, event as IDataObject);
	if ('problem' in reading) throw new Error(reading.problem);
	return reading.value;
}

const outcomesOf = (event: unknown) => {
	const value = read(event);
	return 'cards' in value ? [...value.cards] : [];
};

const isText = (value: unknown, form: RegExp) => typeof value === 'string' && form.test(value);

/** What of an event's items is not as an item must be, whatever was sent. */
function unsoundIn(event: unknown): unknown[] {
	return outcomesOf(event).flatMap<unknown>((outcome) => {
		if ('problem' in outcome) {
			const { problem } = outcome.problem;
			return isText(problem, /^card \d+\b[^\p{Cc}]{0,300}\. Ask the sender/u) ? [] : [problem];
		}
		const { contact, sender, ...about } = outcome.json as {
			contact: { fullName: string; phone: string };
			sender: Record<string, unknown>;
		} & Record<string, unknown>;
		const texts = [about.instance, about.messageId, about.chatId, ...Object.values(sender)];
		const isSound =
			isText(contact.fullName, /\S/) &&
			isText(contact.phone, /^\d{7,15}$/) &&
			texts.every((text) => text === null || typeof text === 'string') &&
			[about.isGroup, about.fromMe].every((flag) => typeof flag === 'boolean');
		return isSound ? [] : [outcome.json];
	});
}

const deep = (levels: number): unknown => {
	let value: unknown = 'deep';
	for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
	return value;
};

/** JSON of any type in the place of another. */
const odd: readonly unknown[] = [
	...[null, true, false, 0, -1, 1.5, 1e308, '', ' ', '\u0000', '\ud800', '[object Object]'],
	...[[], [[]], [null], {}, { length: 1e9 }, JSON.parse('{"__proto__": {"vcard": 1}}')],
	...[{ toString: null, valueOf: 1 }, { constructor: { name: 1 } }, 'x'.repeat(10_000), deep(2000)],
];

/** The event with each of its values replaced, one at a time. */
function* spoiled(value: unknown, replacement: unknown): Generator {
	yield replacement;
	if (typeof value !== 'object' || value === null) return;
	const isList = Array.isArray(value);
	for (const [key, inner] of Object.entries(value)) {
		for (const other of spoiled(inner, replacement)) {
			yield isList
				? value.map((each: unknown, at) => (String(at) === key ? other : each))
				: { ...value, [key]: other };
		}
	}
}

describe.each(receiving)('an event of $gateway', (kit) => {
	it('is read by its own gateway alone', () => {
		for (const { event, that, cards } of eventsOf(kit)) {
			const read = Object.entries(providers as Readonly<Record<string, Provider>>).flatMap(
				([id, { received }]) => (received?.read(event)?.cards.length ? [id] : []),
			);
			// An event with a card that is one's own is read too; whether it comes out is an option.
			if (cards) expect([that, read]).toEqual([that, [kit.provider]]);
			else expect([that, read.filter((id) => id !== kit.provider)]).toEqual([that, []]);
		}
	});

	it('may hold anything in any place', () => {
		let tried = 0;
		const unsound: unknown[] = [];
		const [first, second] = ['one card', 'several cards'].map((row) =>
			eventsOf(kit).find(({ that }) => that.startsWith(row)),
		);
		for (const event of [first?.event, second?.event, { body: first?.event }]) {
			for (const replacement of odd) {
				for (const other of spoiled(event, replacement)) {
					if (typeof other !== 'object' || other === null || Array.isArray(other)) continue;
					unsound.push(...unsoundIn(other));
					tried += 1;
				}
			}
		}
		expect(unsound).toEqual([]);
		expect(tried).toBeGreaterThan(600);
	});

	it('gives contacts that Send Contact takes as they are', () => {
		let taken = 0;
		for (const { event } of eventsOf(kit)) {
			for (const outcome of outcomesOf(event)) {
				if ('problem' in outcome) continue;
				const { contact, vCard } = outcome.json as {
					contact: { phones: string[] } & Record<string, unknown>;
					vCard: string | null;
				};
				const cards = readJsonCards(contact);
				const again = 'value' in cards ? cards.value.cards[0] : undefined;
				expect(again?.phones.map(({ digits }) => digits)).toEqual(contact.phones);
				expect(again?.fullName).toBe(contact.fullName);
				expect('value' in cards ? cards.value.omittedFields : cards).toEqual([]);
				if (vCard !== null && /^FN:/m.test(vCard)) {
					const own = readVCardCards(vCard);
					const asSent = 'value' in own ? own.value.cards[0] : undefined;
					expect(again?.whatsAppId).toBe(asSent?.whatsAppId);
				}
				taken += 1;
			}
		}
		expect(taken).toBeGreaterThan(5);
	});
});

/** An event with this card. */
const ofMessage = (message: unknown, more: object = {}): Event => ({
	event: 'messages.upsert',
	instance: 'x',
	data: { key: { remoteJid: '5531998296801@s.whatsapp.net', id: 'A' }, message, ...more },
});
const ofTexts = (vCardTexts: unknown, more: object = {}): Event => ({
	event: 'message',
	session: 'default',
	payload: { id: 'A', from: '5531998296801@c.us', vCards: vCardTexts, ...more },
});

describe("a stranger's vCard", () => {
	const given = Object.values(vCards)
		.flat()
		.flatMap((vector) => (typeof vector.given === 'string' ? [vector.given] : []));

	it('is read as Send Contact reads the same text, or refused', () => {
		expect(given.length).toBeGreaterThan(80);
		let refused = 0;
		for (const text of given) {
			const outcomes = outcomesOf(ofTexts([text]));
			expect(unsoundIn(ofTexts([text]))).toEqual([]);
			expect(outcomes).not.toEqual([]);
			if (outcomes.length > 1) continue;
			const own = readVCardCards(text);
			const [outcome] = outcomes;
			const contact = outcome && 'json' in outcome ? outcome.json.contact : undefined;
			if ('problem' in own) refused += 1;
			const card = 'value' in own ? own.value.cards[0] : undefined;
			expect(contact).toEqual(
				card &&
					expect.objectContaining({
						fullName: card.fullName,
						phones: card.phones.map(({ digits }) => digits),
						company: card.company ?? null,
					}),
			);
		}
		expect(refused).toBeGreaterThan(10);
	});
});

const sizeOf = (value: unknown) => JSON.stringify(value).length;
const MEGABYTES = 5_000_000;

describe('a large event', () => {
	const long = 'x'.repeat(MEGABYTES);
	const card = { displayName: 'Ana', vcard: 'BEGIN:VCARD\nFN:Ana\nTEL:+5511987654321\nEND:VCARD' };
	const count = 10_000;
	const contacts = Array.from({ length: count }, () => card);

	it.each([
		['a text of no card', ofMessage({ conversation: long }), 0],
		['one long name', ofMessage({ contactMessage: { ...card, displayName: long } }), 1],
		['one long vCard', ofTexts([`BEGIN:VCARD\nFN:${long}\nTEL:+5511987654321\nEND:VCARD`]), 1],
		['a long note', ofTexts([anaVCard.replace('END:', `NOTE:${long}\nEND:`)]), 1],
		['a text that is no vCard', ofTexts([long]), 1],
		['many cards', ofMessage({ contactsArrayMessage: { contacts } }), count],
		['many cards in one text', ofTexts([`${card.vcard}\n`.repeat(5000)]), 5000],
		['lines that begin a card', ofTexts(['BEGIN:VCARD\n'.repeat(50_000)]), 50_000],
	])('of %s, stays as large as it is', (_that, event, cards) => {
		const outcomes = outcomesOf(event);
		expect(outcomes).toHaveLength(cards);
		// Each item repeats the few keys of its message, and the contact beside its vCard.
		expect(sizeOf(outcomes)).toBeLessThan(3 * sizeOf(event) + outcomes.length * 1000);
	});

	it('does not repeat what is long with each of its cards', () => {
		const event = ofMessage(
			{ contactsArrayMessage: { contacts: contacts.slice(0, 1000) } },
			{ pushName: long, key: { id: long, remoteJid: long } },
		);
		const outcomes = outcomesOf({ ...event, instance: long });
		expect(outcomes).toHaveLength(1000);
		expect(sizeOf(outcomes)).toBeLessThan(2_000_000);
	});
});

describe('an event of many levels', () => {
	it.each(['ephemeralMessage', 'viewOnceMessage', 'deviceSentMessage'])(
		'of %s is no card',
		(wrapper) => {
			let message: unknown = { contactMessage: { vcard: anaVCard } };
			for (let level = 0; level < 100_000; level += 1) message = { [wrapper]: { message } };
			expect(read(ofMessage(message))).toMatchObject({ other: 'none' });
		},
	);

	it('passes through as it is', () => {
		const json = { a: deep(100_000) };
		expect(read(json)).toEqual({ other: 'none', json });
		expect((read(json) as { json: unknown }).json).toBe(json);
	});
});

const list = (n: number, each: unknown) => Array.from({ length: n }, () => each);

describe('four times the event', () => {
	const kinds: Readonly<Record<string, (n: number) => Event>> = {
		'cards of one message': (n) =>
			ofMessage({ contactsArrayMessage: { contacts: list(n, { vcard: anaVCard }) } }),
		'cards of one text': (n) => ofTexts([`${anaVCard}\n`.repeat(n)]),
		'cards that are none': (n) => ofTexts(list(n, 7)),
		'cards with a long id': (n) => ofTexts(list(n, anaVCard), { id: 'x'.repeat(n) }),
		'a long name above cards': (n) =>
			ofMessage({
				contactsArrayMessage: { contacts: list(10, { displayName: 'a '.repeat(n) }) },
			}),
		'keys that nobody knows': (n) =>
			Object.fromEntries(Array.from({ length: n }, (_, at) => [`k${at}`, at])),
		'beginnings of cards': (n) => ofTexts(['BEGIN:VCARD\n'.repeat(n)]),
		'lines of one card': (n) => ofTexts([anaVCard.replace('END:', `${'X-A:b\n'.repeat(n)}END:`)]),
	};

	it.each(Object.entries(kinds))('of %s is four times the work', (_kind, make) => {
		const stepsOf = (n: number) => {
			const event = make(n);
			return workOf(() => outcomesOf(event)).steps;
		};
		stepsOf(10);
		const [one, four] = [stepsOf(300), stepsOf(1200)];
		expect(four / one).toBeLessThan(5);
	});
});
