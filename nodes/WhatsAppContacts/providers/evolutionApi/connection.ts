/** Evolution API's credential test: only the state `open` is connected. */
import { encodeSegment } from '../apiUrl';
import type { Answer, Credential, Provider } from '../provider';
import { stateProblem } from '../state';
import { reader } from './refusal';

const manager = "on the Evolution API server's manager page";

export const connection: Provider['connection'] = {
	request: ({ instance }: Credential) => ({
		method: 'GET',
		path: `instance/connectionState/${encodeSegment(instance)}`,
	}),
	problem(answer: Answer) {
		return stateProblem({
			answer,
			reader,
			path: ['instance', 'state'],
			connected: 'open',
			missing: `The instance is not loaded; restart it ${manager}`,
			advice: {
				connecting: `Wait a moment, or scan the QR code ${manager}, and test again`,
				close: `Connect the instance by its QR code ${manager}`,
				refused: `Connect the instance by its QR code ${manager}`,
			},
		});
	},
};
