// Every gateway that the sandbox speaks: the one list, and the types that follow from it.

import { evolutionV1, evolutionV2 } from './evolutionApi';
import type { EvolutionInstance } from './evolutionApi/account';
import { gowa } from './gowa';
import type { GowaInstance } from './gowa/account';
import { greenApi } from './greenApi';
import type { GreenApiInstance } from './greenApi/account';
import type { Switches } from './instanceTypes';
import { openWa } from './openWa';
import type { OpenWaInstance } from './openWa/account';
import { plugzApi } from './plugzApi';
import type { PlugzApiInstance } from './plugzApi/account';
import type { AnySandbox, Credential } from './types';
import { waha } from './waha';
import type { WahaInstance } from './waha/account';

export const GATEWAYS = [greenApi, plugzApi, evolutionV2, evolutionV1, waha, openWa, gowa] as const;

/** Evolution's generations are gateways of their own. */
export type GatewayName = (typeof GATEWAYS)[number]['name'];

/** Told apart by `provider`. */
export type InstanceSettings =
	| GreenApiInstance
	| PlugzApiInstance
	| EvolutionInstance
	| WahaInstance
	| OpenWaInstance
	| GowaInstance;

type SwitchesOf<T> = T extends unknown ? Switches<T> : never;
/** Any of the above but the two that name the instance. */
export type InstanceSwitches = SwitchesOf<InstanceSettings>;

type NamesIn<T> = T extends unknown ? keyof T & string : never;
type Standard = NamesIn<(typeof GATEWAYS)[number]['account']['standard']>;
/** The credentials of the instances that exist from the start. */
export type StandardCredentials = Record<Standard, Credential>;

/** A running one; the same orders exist over HTTP, for other processes. */
export type Sandbox = AnySandbox<{
	name: GatewayName;
	settings: InstanceSettings;
	switches: InstanceSwitches;
	standard: Standard;
}>;
