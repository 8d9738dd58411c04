/** PlugzAPI's and Z-API's credential test: only `connected: true` counts. */
import type { Answer, Provider } from '../provider';
import { stateProblem } from '../state';
import { reader } from './refusal';

export const connection: Provider['connection'] = {
	request: () => ({ method: 'GET', path: 'status' }),
	problem(answer: Answer) {
		return stateProblem({
			answer,
			reader,
			path: ['connected'],
			connected: true,
			missing: "Check the API URL and the instance in the gateway's console",
			advice: { false: "Scan the QR code in the gateway's console" },
		});
	},
};
