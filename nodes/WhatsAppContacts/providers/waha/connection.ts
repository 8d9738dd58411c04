/** WAHA's credential test: only the status `WORKING` is connected. */
import { encodeSegment } from '../apiUrl';
import type { Answer, Credential, Provider } from '../provider';
import { stateProblem } from '../state';
import { reader, statuses } from './refusal';

export const connection: Provider['connection'] = {
	request: ({ instance }: Credential) => ({
		method: 'GET',
		path: `api/sessions/${encodeSegment(instance)}`,
	}),
	problem(answer: Answer) {
		return stateProblem({
			answer,
			reader,
			path: ['status'],
			connected: 'WORKING',
			missing: 'Check that the API URL is that of a WAHA server',
			advice: statuses,
		});
	},
};
