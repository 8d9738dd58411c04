/** Evolution API `fetchProfile`, with `whatsappNumbers` and `fetchBusinessProfile` where asked for. */
import type { ContactInfo, GetContactInfoCommand } from '../../domain/commands';
import { digitsOf, lidOf, readAnswer } from '../answer';
import { encodeSegment } from '../apiUrl';
import type { Call, Step } from '../provider';
import { unknownContact } from '../unknownContact';
import { spellChatId } from './chatId';
import { businessAnswer, numbersAnswer, profileAnswer } from './infoAnswers';
import { notOnWhatsApp, reader } from './refusal';
import type { EvolutionApiCredential } from './signing';

type InfoStep = Step<GetContactInfoCommand, ContactInfo>;

export const getContactInfo: Call<EvolutionApiCredential, GetContactInfoCommand, ContactInfo> = {
	ask: (command, credential) => askProfile(command, encodeSegment(credential.instance)),
};

function askProfile(command: GetContactInfoCommand, instance: string): InfoStep {
	return {
		method: 'fetchProfile',
		request: {
			method: 'POST',
			path: `chat/fetchProfile/${instance}`,
			body: { number: spellChatId(command.chatId) },
		},
		read(answer) {
			const asked = unknownContact(command);
			const missing = notOnWhatsApp(answer);
			if (missing.length > 0) {
				return { done: { ...asked, exists: false }, body: { exists: false, items: missing } };
			}
			const read = readAnswer(answer, profileAnswer, reader);
			if ('refused' in read) return read;
			const said = read.value;
			const info: ContactInfo = {
				...asked,
				phone: digitsOf(said.wuid) ?? asked.phone,
				lid: lidOf(said.wuid),
				exists: said.numberExists,
				name: said.name,
				about: said.status,
				avatarUrl: said.picture,
				isBusiness: said.isBusiness,
				email: said.email,
				description: said.description,
				website: said.website,
				category: said.category,
			};
			return afterProfile({ command, instance, info, body: answer.body });
		},
	};
}

interface Known {
	readonly command: GetContactInfoCommand;
	readonly instance: string;
	readonly info: ContactInfo;
	/** The main answer. */
	readonly body: unknown;
}

function afterProfile(known: Known) {
	const asksRegistration = known.command.extraDetails.includes('registration');
	return asksRegistration && known.info.exists === null
		? { next: askNumbers(known) }
		: afterNumbers(known);
}

function afterNumbers(known: Known) {
	const asksBusiness = known.command.extraDetails.includes('businessProfile');
	return asksBusiness && known.info.exists !== false
		? { next: askBusiness(known) }
		: { done: known.info, body: known.body };
}

function askNumbers(known: Known): InfoStep {
	return {
		method: 'whatsappNumbers',
		request: {
			method: 'POST',
			path: `chat/whatsappNumbers/${known.instance}`,
			body: { numbers: [spellChatId(known.command.chatId)] },
		},
		read(answer) {
			const read = readAnswer(answer, numbersAnswer, reader);
			if ('refused' in read) return read;
			const { info } = known;
			const exists = read.value?.exists ?? null;
			const lid = lidOf(read.value?.lid) ?? info.lid;
			return afterNumbers({ ...known, info: { ...info, exists, lid } });
		},
	};
}

function askBusiness({ command, instance, info, body }: Known): InfoStep {
	return {
		method: 'fetchBusinessProfile',
		request: {
			method: 'POST',
			path: `chat/fetchBusinessProfile/${instance}`,
			body: { number: spellChatId(command.chatId) },
		},
		read(answer) {
			const read = readAnswer(answer, businessAnswer, reader);
			if ('refused' in read) return read;
			const said = read.value;
			return {
				done: {
					...info,
					isBusiness: said.isBusiness,
					address: said.address ?? info.address,
					description: said.description ?? info.description,
					website: said.website ?? info.website,
					email: said.email ?? info.email,
					category: said.category ?? info.category,
				},
				body,
			};
		},
	};
}
