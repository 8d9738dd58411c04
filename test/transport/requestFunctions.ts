/** n8n's real request functions, which it calls `helpers`: the way out where no policy is handed out. */
import type { RequestHelperFunctions } from 'n8n-workflow';

const FACTORY = 'dist/execution-engine/node-execution-context/utils/request-helper-functions';

/** What n8n's engine gives to a node for its requests, of n8n-core 2.41 or 1.122. */
export function requestFunctionsOf(core: 'n8n-core' | 'n8n-core-1'): RequestHelperFunctions {
	const factory = require(`${core}/${FACTORY}`) as {
		getRequestHelperFunctions(workflow: object, node: object, data: object): RequestHelperFunctions;
	};
	return factory.getRequestHelperFunctions({}, { name: 'WhatsApp Contacts' }, {});
}
