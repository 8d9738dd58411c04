/**
 * Evolution API `fetchProfile`, with `whatsappNumbers` and `fetchBusinessProfile` where asked for.
 * `whatsappNumbers` is asked too before a denial is believed that the extra digit may explain.
 */
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, lidOf, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Answer, ApiRequest, Call, Outcome, Step } from '../provider';
import { refuse } from '../refusal';
import { unknownContact } from '../unknownContact';
import { spellChatId } from './chatId';
import { noPrivacyIds, refusalOfChat } from './chatRefusal';
import { declares } from './declares';
import { notOnWhatsApp } from './envelope';
import { isSameAccount, mayBeDenied } from './extraDigit';
import { businessAnswer, profileAnswer, withBusiness, withProfile } from './infoAnswers';
import { numbersAnswer, numbersReader, rowOf } from './numbersAnswer';
import { reader } from './refusal';
import type { EvolutionApiCredential } from './signing';

type InfoOutcome = Outcome<GetContactInfoCommand, ContactInfo>;
type InfoStep = Step<GetContactInfoCommand, ContactInfo>;

/** What is known between two requests. */
interface Known {
	readonly command: GetContactInfoCommand;
	/** Percent-encoded. */
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
	ask: (command, { instance }) =>
		askProfile({
			command,
			instance: encodeSegment(instance),
			number: spellChatId(command.chatId),
			info: unknownContact(command),
			body: undefined,
			isFound: false,
		}),
};

function request(method: string, { instance }: Known, body: ApiRequest['body']): ApiRequest {
	return { method: 'POST', path: `chat/${method}/${instance}`, body };
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
	return { next: askNumbers(next, askProfile) };
}

function afterProfile(known: Known): InfoOutcome {
	const { chatId, extraDetails } = known.command;
	const asks = extraDetails.includes('registration') && chatId.kind === 'person';
	return asks && known.info.exists === null
		? { next: askNumbers(known, undefined) }
		: afterNumbers(known);
}

function afterNumbers(known: Known): InfoOutcome {
	const asksBusiness = known.command.extraDetails.includes('businessProfile');
	return asksBusiness && known.info.exists !== false
		? { next: askBusiness(known) }
		: { done: known.info, body: known.body };
}

/** Asks by bare digits, or the other spelling is not tried; `then` goes on with the found account. */
function askNumbers(known: Known, then: ((found: Known) => InfoStep) | undefined): InfoStep {
	const asked = spellChatId(known.command.chatId);
	return {
		method: 'whatsappNumbers',
		request: request('whatsappNumbers', known, { numbers: [asked] }),
		read(answer) {
			const read = readAnswer(answer, numbersAnswer, numbersReader);
			if ('refused' in read) return read;
			const row = rowOf(read.value, asked);
			if (!row) return silent(answer, asked);
			if (!row.exists) return afterNumbers({ ...known, info: { ...known.info, exists: false } });
			const phone = digitsOf(row.jid);
			if (!isAsked(known.command, phone)) return strangers(answer, 'jid');
			const before = then ? unknownContact(known.command) : known.info;
			const found: Known = {
				...known,
				number: row.jid === null || (!then && phone === asked) ? asked : row.jid,
				info: {
					...before,
					phone: phone ?? before.phone,
					lid: lidOf(row.lid) ?? lidOf(row.jid) ?? before.lid,
					exists: true,
				},
				body: then ? answer.body : known.body,
				isFound: true,
			};
			return then ? { next: then(found) } : afterNumbers(found);
		},
	};
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

function strangers(answer: Answer, key: string): InfoOutcome {
	return unexpected(answer, `"${key}" is another number than the one that was asked`);
}

function silent(answer: Answer, asked: string): InfoOutcome {
	return unexpected(answer, `the answer does not say whether ${asked} exists`);
}

function unexpected(answer: Answer, reason: string): InfoOutcome {
	const refusal = { happening: 'unexpectedResponse', reason } as const;
	return { refused: refuse(declares.displayName, answer, refusal) };
}
