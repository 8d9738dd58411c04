/** Every gateway that the node speaks to. */
import { evolutionApi } from './evolutionApi';
import { gowa } from './gowa';
import { greenApi } from './greenApi';
import { openWa } from './openWa';
import { plugzApi } from './plugzApi';
import type { Provider } from './provider';
import { waha } from './waha';

export const providers = {
	greenApi,
	plugzApi,
	evolutionApi,
	waha,
	openWa,
	gowa,
} satisfies Readonly<Record<string, Provider>>;

export type ProviderId = keyof typeof providers;

/** Own keys only: a hand-edited workflow may say `constructor`. */
export function isProviderId(value: unknown): value is ProviderId {
	return typeof value === 'string' && Object.hasOwn(providers, value);
}

export type {
	Call,
	Credential,
	Declared,
	Hint,
	ListedChat,
	ListedKind,
	NumberRange,
	Provider,
	ReceivedEvents,
} from './provider';
