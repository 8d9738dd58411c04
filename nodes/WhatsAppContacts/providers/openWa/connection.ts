/** OpenWA's credential test: only a session that is `ready` is connected. */
import { encodeSegment } from '../apiUrl';
import { asRecord } from '../bodies';
import type { Answer, Credential, Provider } from '../provider';
import { stateProblem } from '../state';
import { reader, statuses } from './refusal';

export const connection: Provider['connection'] = {
	request: ({ instance }: Credential) => ({
		method: 'GET',
		path: `api/sessions/${encodeSegment(instance)}`,
	}),
	problem(answer) {
		return stateProblem({
			answer: inLowerCase(answer),
			reader,
			path: ['status'],
			connected: 'ready',
			missing: 'Check that the API URL is that of an OpenWA server',
			advice: statuses,
		});
	},
};

/** Pages of older servers print the status in capitals. */
function inLowerCase(answer: Answer): Answer {
	const { status } = asRecord(answer.body);
	if (typeof status !== 'string') return answer;
	return { ...answer, body: { ...asRecord(answer.body), status: status.toLowerCase() } };
}
