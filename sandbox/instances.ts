// The accounts and servers that exist: the standard ones of every sandbox and those a test adds,
// with the little that a gateway remembers about each.

import { rateWindow, type RateWindow } from './rates';
import type { AccountKind } from './accountKind';
import type { AnyInstance } from './instanceTypes';
import type { Credential } from './types';

/** So many messages can still be quoted; older ones are forgotten, as journals are. */
const JOURNAL_LENGTH = 10_000;

/** An instance and what its gateway remembers of it until the next reset. */
export interface Instance<S extends AnyInstance = AnyInstance> {
	settings: S;
	/** Message id → chat, for quotes. */
	journal: Map<string, string>;
	/** Cards that wait for the phone. */
	queued: number;
	windows: Map<string, RateWindow>;
}

const key = (provider: string, name: string) => `${provider}/${name}`;

/** By gateway and name: two vendors may name an instance alike. */
export class Instances {
	private readonly byKey = new Map<string, Instance>();

	constructor(
		private readonly kinds: ReadonlyMap<string, AccountKind>,
		private readonly apiUrls: Readonly<Record<string, string>>,
		private readonly rateWindowMs: number,
	) {}

	/** The settings are copied: a caller's object can be used for the next sandbox too. */
	add(settings: AnyInstance): Credential {
		this.byKey.set(key(settings.provider, settings.instance), {
			settings: { ...settings },
			journal: new Map(),
			queued: 0,
			windows: new Map(),
		});
		const { provider, instance, token } = settings;
		const kind = this.kinds.get(provider);
		if (kind === undefined) throw new Error(`The sandbox has no gateway ${provider}`);
		const server = kind.serverOf?.(settings);
		const apiUrl = [this.apiUrls[provider] ?? '', ...(server === undefined ? [] : [server])].join(
			'/',
		);
		return { apiUrl, instance, token, ...kind.credentialOf(settings) };
	}

	find(provider: string, name: string): Instance | undefined {
		return this.byKey.get(key(provider, name));
	}

	change(provider: string, name: string, switches: object): void {
		const instance = this.find(provider, name);
		if (instance === undefined) throw new Error(`The sandbox has no ${provider} "${name}"`);
		Object.assign(instance.settings, switches);
		instance.windows.clear();
	}

	all(provider?: string): Instance[] {
		const instances = [...this.byKey.values()];
		return provider ? instances.filter((one) => one.settings.provider === provider) : instances;
	}

	/** Whether one more request of this method is within the rate. */
	allows(instance: Instance, method: string, perSecond: number, at: number): boolean {
		let window = instance.windows.get(method);
		if (window === undefined) {
			window = rateWindow(perSecond, this.rateWindowMs);
			instance.windows.set(method, window);
		}
		return window(at);
	}

	forget(): void {
		for (const instance of this.byKey.values()) {
			instance.journal.clear();
			instance.windows.clear();
			instance.queued = 0;
		}
	}
}

/** Notes a message as quotable in its chat. */
export function remember({ journal }: Instance, messageId: string, chatId: string): void {
	journal.set(messageId, chatId);
	if (journal.size <= JOURNAL_LENGTH) return;
	for (const oldest of journal.keys()) {
		journal.delete(oldest);
		break;
	}
}
