/** Every gateway's kit: the one list that the suites have. */
import type { GatewayName } from '../../sandbox';
import { evolutionV1, evolutionV2 } from './evolutionApi';
import { gowa } from './gowa';
import { greenApi } from './greenApi';
import type { Kit } from './kit';
import { openWa } from './openWa';
import { plugzApi } from './plugzApi';
import { waha } from './waha';

export const kits: { readonly [G in GatewayName]: Kit<G> } = {
	greenApi,
	plugzApi,
	evolutionV2,
	evolutionV1,
	waha,
	openWa,
	gowa,
};

/** Each promise is tested with every one of them. */
export const gateways = Object.keys(kits) as [GatewayName, ...GatewayName[]];

const all: readonly Kit[] = Object.values(kits);

/** One kit for each provider: the newest of its generations. */
export const providerKits: readonly Kit[] = all.filter(
	({ provider }, index) => all.findIndex((kit) => kit.provider === provider) === index,
);

/** The kit of a provider of the node. */
export function kitOf(provider: string): Kit {
	const kit = providerKits.find((each) => each.provider === provider);
	if (!kit) throw new Error(`There is no kit of ${provider}`);
	return kit;
}

/** A token of this gateway's form that holds this secret, which may be one already. */
export const tokenWith = ({ tokenIn }: Pick<Kit, 'tokenIn'>, secret: string): string =>
	tokenIn !== 'basic' || secret.startsWith('shopkeeper:') ? secret : `shopkeeper:${secret}`;

export type { Account, Kit } from './kit';
