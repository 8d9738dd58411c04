/** What every test of the editor's lists needs: a sandbox of its own, a list, and why there is none. */
import type { NodeApiError } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../sandbox';
import { kits } from '../gateways';
import { type Core, cores, freshInstance, type Gateway, unhurried } from '../promises/sending';
import { openList } from './openList';

type Settings = Parameters<typeof freshInstance>[2];

/** To be called in a `describe`. */
export function useChatLists(core: Core) {
	const lists = { sandbox: undefined as unknown as Sandbox, open, problemOf };
	beforeAll(async () => {
		lists.sandbox = await startSandbox(unhurried);
	});
	beforeEach(() => lists.sandbox.reset());
	afterAll(() => lists.sandbox.close());

	function open(gateway: Gateway, settings: Settings = {}, parameters = {}) {
		const credential = { ...kits[gateway].credential.fixed };
		Object.assign(credential, freshInstance(lists.sandbox, gateway, settings));
		return openList({ core, kit: kits[gateway], credential, parameters });
	}

	return lists;
}

/** Why there is no list, as the server hands it to the editor. */
async function problemOf(asking: Promise<unknown>) {
	const error = (await asking.then(
		() => {
			throw new Error('there is a list');
		},
		(thrown: unknown) => thrown,
	)) as NodeApiError;
	expect(error.constructor.name).toBe('NodeApiError');
	expect(error.httpCode).toBeNull();
	// The editor cuts a message there, and the server replaces one that speaks of these.
	expect(error.message).not.toMatch(/[-–—]|unique|duplicate/i);
	return {
		message: error.message,
		description: error.description ?? '',
		whole: JSON.stringify(error),
	};
}

/** A gateway's own lists, in both n8n-cores. */
export function describeChatLists(
	name: string,
	suite: (lists: ReturnType<typeof useChatLists>, core: Core) => void,
): void {
	describe.each(cores)(`the list of chats of ${name} in %s`, (core) => {
		suite(useChatLists(core), core);
	});
}
