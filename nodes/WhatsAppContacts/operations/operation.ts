/**
 * The contract of an operation: what n8n shows for it, how an item's parameters become a command,
 * and how what came back becomes an item.
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ChatId } from '../domain/numbers/chatId';
import type { CardFile } from '../domain/cards/readCards';
import type { FieldProblem, Reading } from '../domain/reading';
import type { Call, Credential, Hint, Provider } from '../providers';

/** Reads one parameter of one item; `null` where the workflow holds none. */
export type ReadParameter = (name: string) => unknown;

/** How an item wants its command carried out; all times in milliseconds. */
export interface Settings {
	readonly simplify: boolean;
	readonly timeoutMs: number;
	readonly maxRetries: number;
	readonly resend: boolean;
	readonly pauseMs: number;
}

/** A checked item. */
export interface ReadItem<Command> {
	readonly command: Command;
	readonly settings: Settings;
	/** Cards that were left out, as Skip Invalid Cards says. */
	readonly skippedCount?: number;
	/** Numbers that look as if their country code were missing; a hint names them. */
	readonly suspiciousPhones: readonly string[];
}

/** What of a command an error item repeats. */
export interface About {
	readonly chatId: ChatId;
	readonly contacts: ReadonlyArray<{ readonly fullName: string; readonly phone: string }>;
}

export interface Operation<Command, Result> {
	/** A look-up delivers nothing and may be repeated freely. */
	readonly kind: 'send' | 'lookUp';
	/** What `chatId` may be: the editor's list offers nothing else. */
	readonly takes: ReadonlyArray<ChatId['kind']>;
	readonly fields: INodeProperties[];
	/** The parameter that names the field with an item's file, where the item wants one read. */
	fileParameter?(parameter: ReadParameter): string | undefined;
	read(
		parameter: ReadParameter,
		provider: Provider,
		file?: Reading<CardFile>,
	): { readonly value: ReadItem<Command> } | FieldProblem;
	call(provider: Provider): Call<Credential, Command, Result>;
	about(command: Command): About;
	/** Commands of equal text mean the same to every gateway, and one answer is everybody's. */
	same?(command: Command): string;
	/** What reading already left out. */
	omitted(command: Command): readonly string[];
	/** Said after a run of it, whatever the gateway; constants, for hints are counted by identity. */
	readonly hints?: readonly Hint[];
	/** The simplified item, without the keys that all operations share. */
	present(
		command: Command,
		result: Result,
		sent: { readonly provider: Provider; readonly omits: readonly string[] },
	): IDataObject;
}
