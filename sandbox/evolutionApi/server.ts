// What an Evolution server says about itself and its instances.

import type { Outcome } from '../gateway';
import { json } from '../replies';
import type { Evolution, Handler } from './account';
import { refusal } from './refusals';

/** Unlocks every instance of a server, as AUTHENTICATION_API_KEY does. */
export const GLOBAL_KEY = 'sandbox-global-key';

/** `version` is the documented way to tell the generations apart; no key is needed. */
export const welcome = (server: string): Outcome => {
	const isV1 = server === 'evolutionV1';
	return json(200, {
		status: 200,
		message: 'Welcome to the Evolution API, it is working!',
		version: isV1 ? '1.8.2' : '2.3.6',
		clientName: isV1 ? undefined : 'sandbox',
		...(isV1 ? { swagger: 'http://localhost:8080/docs' } : {}),
		manager: 'http://localhost:8080/manager',
		documentation: 'https://doc.evolution-api.com',
		whatsappWebVersion: isV1 ? undefined : '2.3000.1023204200',
	});
};

/** Meta's channel says `open` always. */
export const connectionState: Handler = ({ settings }) => {
	const { instance: instanceName, channel, state = 'open' } = settings;
	if (channel === 'WHATSAPP-BUSINESS')
		return json(200, { instance: { instanceName, state: 'open' } });
	// Not loaded in memory: the key is simply missing.
	return json(200, { instance: state === null ? { instanceName } : { instanceName, state } });
};

/** Lists what the key may see, secrets included, as the server does. */
export function fetchInstances(
	server: string,
	key: string,
	query: URLSearchParams,
	all: Evolution[],
): Outcome {
	if (key === '') {
		return refusal(403, ['Missing global api key', 'The global api key must be set']);
	}
	const visible = all.filter(({ settings }) => key === GLOBAL_KEY || key === settings.token);
	if (visible.length === 0) return refusal(401, 'Unauthorized');
	const name = query.get('instanceName');
	const named = visible.filter(({ settings }) => name === null || settings.instance === name);
	if (name !== null && named.length === 0) return refusal(404, [`Instance "${name}" not found`]);
	if (server === 'evolutionV2') return json(200, named.map(rowOfV2));
	const rows = named.map(rowOfV1);
	return json(200, name === null ? rows : rows[0]);
}

const rowOfV2 = ({ settings }: Evolution, index: number): object => ({
	id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
	name: settings.instance,
	connectionStatus: settings.state ?? 'open',
	ownerJid: '553190000001@s.whatsapp.net',
	profileName: 'Sandbox',
	profilePicUrl: null,
	integration: settings.channel ?? 'WHATSAPP-BAILEYS',
	number: null,
	businessId: null,
	token: settings.token,
	clientName: 'sandbox',
	disconnectionReasonCode: null,
	disconnectionObject: null,
	disconnectionAt: null,
	createdAt: '2024-06-07T17:13:57.000Z',
	updatedAt: '2024-06-07T17:13:57.000Z',
});

const rowOfV1 = ({ settings }: Evolution): object => ({
	instance: {
		instanceName: settings.instance,
		instanceId: '00000000-0000-4000-8000-000000000001',
		owner: '553190000001@s.whatsapp.net',
		profileName: 'Sandbox',
		profilePictureUrl: null,
		profileStatus: '',
		status: settings.state ?? 'open',
		serverUrl: 'http://localhost:8080',
		apikey: settings.token,
	},
});

/** Knows the server's key only; an instance's own is refused here. */
export const verifyCredentials = (key: string): Outcome =>
	key === GLOBAL_KEY
		? json(200, { status: 200, message: 'Credentials are valid' })
		: refusal(401, 'Unauthorized');
