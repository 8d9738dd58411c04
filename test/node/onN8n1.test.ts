/**
 * The same vectors in n8n 1.x, where requests go through n8n's own helper. Jest loads everything
 * anew for it, since the node is to find another n8n-workflow.
 * @jest-environment node
 */
import { providerKits } from '../gateways';
import { describeEngine } from './describeEngine';
import { describeFiles } from './describeFiles';
import { describeReceived } from './describeReceived';
import { describeVectors } from './describeVectors';

// In n8n a package shares the engine's n8n-workflow; here two versions stand side by side.
jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('n8n-workflow')>(
		require.resolve('n8n-workflow', { paths: [require.resolve('n8n-core-1')] }),
	),
);

describe.each(providerKits)('in n8n 1.x, $provider', ({ vectors }) => {
	describeVectors(vectors, 'n8n-core-1');
});

describe('in n8n 1.x', () => {
	describeEngine('n8n-core-1');
	describeReceived('n8n-core-1');
	describe('files', () => {
		describeFiles('n8n-core-1');
	});
});
