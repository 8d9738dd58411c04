// The environment of every n8n process here: nothing of the caller's but PATH, so that a developer's
// own N8N_ or proxy variables change no test, and nothing in it calls out of the machine.
import { mkdirSync } from 'node:fs';
import { freePorts } from './freePort';
import type { Installation } from './install';

const quiet = {
	DB_TYPE: 'sqlite',
	N8N_ENCRYPTION_KEY: 'only-for-end-to-end-tests',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_PROTOCOL: 'http',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_ONBOARDING_FLOW_DISABLED: 'true',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_RUNNERS_MODE: 'internal',
	EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
	EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
	EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
	N8N_LOG_LEVEL: 'info',
	NO_COLOR: '1',
	GENERIC_TIMEZONE: 'UTC',
};

/** The environment of one process of n8n, with ports of its own; `extra` wins. */
export async function n8nEnvironment(
	installation: Installation,
	userFolder: string,
	extra: Record<string, string> = {},
): Promise<Record<string, string>> {
	const [port, brokerPort] = await freePorts(2);
	mkdirSync(userFolder, { recursive: true });
	return {
		...quiet,
		...installation.env,
		PATH: process.env.PATH ?? '',
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: `${port}`,
		N8N_RUNNERS_BROKER_PORT: `${brokerPort}`,
		...extra,
	};
}
