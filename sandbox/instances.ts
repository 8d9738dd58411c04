// The accounts and servers that exist: the standard ones of every sandbox and those a test adds,
// with the little that a gateway remembers about each.

import { rateWindow, type RateWindow } from './rates';
import type { Credential, StandardCredentials } from './types';
import type { GatewayName, InstanceSettings, InstanceSwitches } from './instanceTypes';

/** So many messages can still be quoted; older ones are forgotten, as journals are. */
const JOURNAL_LENGTH = 10_000;

/** An instance and what its gateway remembers of it until the next reset. */
export interface Instance<S extends InstanceSettings = InstanceSettings> {
	settings: S;
	/** Message id → chat, for quotes. */
	journal: Map<string, string>;
	/** Cards that wait for the phone. */
	queued: number;
	windows: Map<string, RateWindow>;
}

/** The standard instances; their secrets look like the vendors' and open nothing anywhere else. */
export const STANDARD: Record<keyof StandardCredentials, InstanceSettings> = {
	greenApi: {
		provider: 'greenApi',
		instance: '7105000001',
		token: 'sb1c7d2e9f4a4b6c8d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f7',
	},
	plugzApi: {
		provider: 'plugzApi',
		instance: '3D5A0B0C0D0E0F101112131415161718',
		token: '5B0A1B2C3D4E5F6071829304',
	},
	plugzApiClientToken: {
		provider: 'plugzApi',
		instance: '3D5A0B0C0D0E0F101112131415161719',
		token: '5B0A1B2C3D4E5F6071829305',
		clientToken: 'F5b0c1d2e3f405162738495a6b7c8d9e0S',
	},
	plugzApiOld: {
		provider: 'plugzApi',
		instance: '3D5A0B0C0D0E0F10111213141516171A',
		token: '5B0A1B2C3D4E5F6071829306',
		sendContacts: 405,
	},
	evolutionV2: { provider: 'evolutionV2', instance: 'sales', token: 'SB2-4F1E-9C7A-D0B3-5A6E8F21' },
	evolutionV1: { provider: 'evolutionV1', instance: 'sales', token: 'SB1-7A3C-2E9F-B4D1-0C8E6A53' },
	waha: { provider: 'waha', instance: 'default', token: 'sbw0c4a6e8f1b3d5f7092b4d6f8a0c2e' },
};

const key = (provider: GatewayName, name: string) => `${provider}/${name}`;

/** By gateway and name: two vendors may name an instance alike. */
export class Instances {
	private readonly byKey = new Map<string, Instance>();

	constructor(
		private readonly apiUrls: Record<GatewayName, string>,
		private readonly rateWindowMs: number,
	) {}

	/** The settings are copied: a caller's object can be used for the next sandbox too. */
	add(settings: InstanceSettings): Credential {
		this.byKey.set(key(settings.provider, settings.instance), {
			settings: { ...settings },
			journal: new Map(),
			queued: 0,
			windows: new Map(),
		});
		const { provider, instance, token } = settings;
		const base = { apiUrl: this.apiUrls[provider], instance, token };
		if (provider === 'plugzApi' && settings.clientToken !== undefined) {
			return { ...base, clientToken: settings.clientToken };
		}
		if (provider === 'evolutionV2' || provider === 'evolutionV1') {
			return { ...base, serverVersion: 'auto', ignoreSslIssues: false };
		}
		return base;
	}

	find(provider: GatewayName, name: string): Instance | undefined {
		return this.byKey.get(key(provider, name));
	}

	change(provider: GatewayName, name: string, switches: InstanceSwitches): void {
		const instance = this.find(provider, name);
		if (instance === undefined) throw new Error(`The sandbox has no ${provider} "${name}"`);
		Object.assign(instance.settings, switches);
		instance.windows.clear();
	}

	all(provider?: GatewayName): Instance[] {
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
