/** Get Contact Info whose extras never answer, or as nobody should: it comes out without them, and a hint says so. */
import type { Fault, InstanceSettings } from '../../sandbox';
import { NODE, runNode } from '../node/inEngine';
import { cores, freshInstance, type Gateway, patienceWith, withSandbox } from '../promises/sending';
import { kits } from '.';

const faults: Fault[] = [
	{ kind: 'close', when: 'before' },
	{ kind: 'close', when: 'midBody' },
	{ kind: 'hang', when: 'before' },
	{ kind: 'drip' },
	{ kind: 'huge', bytes: 6_000_000 },
	{ kind: 'redirect' },
];

interface Extras {
	readonly gateway: Gateway;
	readonly settings?: Partial<InstanceSettings>;
	readonly chatId: string;
	/** The requests that fail, by method. */
	readonly methods: readonly string[];
	/** What comes out all the same. */
	readonly gives: object;
	/** In each hint, what is missing. */
	readonly hints: readonly string[];
}

/** A test for each way to fail, in both n8ns. */
export function describeFailingExtras({ gateway, settings, chatId, ...extras }: Extras): void {
	test.concurrent.each(cores.flatMap((core) => faults.map((fault) => [core, fault] as const)))(
		'%s: a look-up does without extras after %j',
		withSandbox(async (sandbox, core, fault) => {
			sandbox.plan(extras.methods.map((method) => ({ match: { method }, fault })));
			const { execution, items } = await runNode(
				{
					provider: kits[gateway].provider,
					credential: freshInstance(sandbox, gateway, settings),
					parameters: {
						...{ operation: 'getContactInfo', chatId },
						options: { maxRetries: 0, timeout: patienceWith(fault) },
					},
				},
				core,
			);
			expect(items).toMatchObject([{ json: extras.gives }]);
			expect(execution.hints(NODE)).toEqual(
				extras.hints.map((what) => expect.stringContaining(what) as unknown),
			);
		}),
	);
}
