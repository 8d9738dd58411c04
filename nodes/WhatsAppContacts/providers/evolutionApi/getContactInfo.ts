/**
 * Evolution API `fetchProfile`, with `whatsappNumbers` and `fetchBusinessProfile` where asked for.
 * `whatsappNumbers` is asked too before a denial is believed that the extra digit may explain.
 */
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { ApiRequest, Call, Outcome, Step } from '../provider';
import { unknownContact } from '../unknown';
import { spellChatId } from './chatId';
import { noPrivacyIds, refusalOfChat } from './chatRefusal';
import { notOnWhatsApp } from './envelope';
import { isSameAccount, mayBeDenied } from './extraDigit';
import { businessAnswer, profileAnswer, withBusiness, withProfile } from './infoAnswers';
import { reader } from './refusal';
import type { EvolutionApiCredential } from './signing';
import { strangers } from './unexpected';
import { askNumber, askNumbers, MOST_IN_ONE, type Said } from './whatsappNumbers';

type InfoOutcome = Outcome<GetContactInfoCommand, ContactInfo>;
type InfoStep = Step<GetContactInfoCommand, ContactInfo>;

/** What is known between two requests. */
interface Known {
	readonly command: GetContactInfoCommand;
	readonly instance: string;
	/** What the server is asked about: the typed number, or the account's own id once it is known. */
	readonly number: string;
	readonly info: ContactInfo;
	/** The main answer. */
	readonly body: unknown;
	/** Whether `whatsappNumbers` has found this account. */
	readonly isFound: boolean;
}

export const getContactInfo: Call<EvolutionApiCredential, GetContactInfoCommand, ContactInfo> = {
	ask: (command, { instance }) => askProfile(unknown(command, instance)),
	batch: {
		most: MOST_IN_ONE,
		// Of one alone the profile mostly says it, too.
		least: 2,
		key: ({ chatId, extraDetails }) =>
			chatId.kind === 'person' && extraDetails.includes('registration') ? chatId.digits : undefined,
		ask: (commands, { instance }) =>
			askNumbers(commands, instance, (command, said) =>
				afterCheck(unknown(command, instance), said, askProfile),
			),
	},
};

function unknown(command: GetContactInfoCommand, instance: string): Known {
	return {
		...{ command, instance, body: undefined, isFound: false },
		number: spellChatId(command.chatId),
		info: unknownContact(command),
	};
}

function request(method: string, { instance }: Known, body: ApiRequest['body']): ApiRequest {
	return { method: 'POST', path: `chat/${method}/${encodeSegment(instance)}`, body };
}

function askProfile(known: Known): InfoStep {
	return {
		method: 'fetchProfile',
		request: request('fetchProfile', known, { number: known.number }),
		read(answer) {
			const { command, info } = known;
			const refused = refusalOfChat(answer, command.chatId);
			if (refused) return { refused };
			const missing = notOnWhatsApp(answer);
			if (missing.length > 0) return denied(known, { exists: false, items: missing });
			const read = readAnswer(answer, profileAnswer, reader);
			if ('refused' in read) return read;
			const { value: said } = read;
			const phone = digitsOf(said.wuid);
			if (!isAsked(command, phone)) return strangers(answer, 'wuid');
			const isLid = command.chatId.kind === 'lid';
			if (isLid && said.numberExists === false) return { refused: noPrivacyIds(answer) };
			const profile = withProfile(info, said);
			// Of a privacy id the server assumes that it exists.
			if (isLid)
				return afterProfile({ ...known, info: { ...profile, exists: null }, body: answer.body });
			const next = { ...known, info: profile, body: answer.body };
			return profile.exists === false ? denied(next, answer.body) : afterProfile(next);
		},
	};
}

/** The server says that there is nobody; `body` is how it said so. */
function denied(known: Known, body: unknown): InfoOutcome {
	const { info, command } = known;
	// Found under both spellings and then denied under its own: found it was, and no more is known.
	if (known.isFound) return { done: { ...info, exists: true }, body: known.body };
	const next = { ...known, info: { ...info, exists: false }, body };
	const { chatId } = command;
	if (chatId.kind !== 'person' || !mayBeDenied(chatId.digits)) return { done: next.info, body };
	return { next: askExistence(next, askProfile) };
}

function afterProfile(known: Known): InfoOutcome {
	const { chatId, extraDetails } = known.command;
	const asks = extraDetails.includes('registration') && chatId.kind === 'person';
	return asks && known.info.exists === null
		? { next: askExistence(known, undefined) }
		: afterNumbers(known);
}

function afterNumbers(known: Known): InfoOutcome {
	const asksBusiness = known.command.extraDetails.includes('businessProfile');
	return asksBusiness && known.info.exists !== false
		? { next: askBusiness(known) }
		: { done: known.info, body: known.body };
}

/** `then` goes on with the found account. */
type Then = ((found: Known) => InfoStep) | undefined;

function askExistence(known: Known, then: Then): InfoStep {
	return askNumber(known.command, known.instance, (_command, said) =>
		afterCheck(known, said, then),
	);
}

function afterCheck(known: Known, { check, jid, body, row }: Said, then: Then): InfoOutcome {
	const { whatsAppId, lid, exists } = check;
	const { command } = known;
	if (!exists) {
		const denial = known.body === undefined ? row : known.body;
		return afterNumbers({ ...known, info: { ...known.info, exists: false }, body: denial });
	}
	const before = then ? unknownContact(command) : known.info;
	const asked = spellChatId(command.chatId);
	const found: Known = {
		...known,
		number: jid === null || (!then && whatsAppId === asked) ? asked : jid,
		info: {
			...before,
			phone: whatsAppId ?? before.phone,
			lid: lid ?? before.lid,
			exists: true,
		},
		body: then ? body : known.body,
		isFound: true,
	};
	return then ? { next: then(found) } : afterNumbers(found);
}

function askBusiness(known: Known): InfoStep {
	const { info, body, number } = known;
	return {
		method: 'fetchBusinessProfile',
		request: request('fetchBusinessProfile', known, { number }),
		read(answer) {
			const read = readAnswer(answer, businessAnswer, reader);
			if ('refused' in read) return read;
			return { done: withBusiness(info, read.value), body };
		},
	};
}

/** Whether an answered number can be the asked one; of a privacy id nobody can tell. */
function isAsked({ chatId }: GetContactInfoCommand, answered: string | null): boolean {
	return chatId.kind !== 'person' || answered === null || isSameAccount(chatId.digits, answered);
}
