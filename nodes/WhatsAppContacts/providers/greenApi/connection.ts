/** GREEN-API's credential test: only `authorized` is connected. */
import type { Answer, Provider } from '../provider';
import { stateProblem } from '../state';
import { reader } from './refusal';

/** What each other state asks of the user (green-api.com, "GetStateInstance"). */
const states: Readonly<Record<string, string>> = {
	notAuthorized: 'Scan the QR code in the GREEN-API console',
	blocked: 'The account is banned; ask GREEN-API or use another number',
	sleepMode: 'The phone is off or offline; switch it on and open WhatsApp',
	starting: 'Wait up to five minutes and test again',
	yellowCard: 'WhatsApp has limited this account; stop sending for some time and test again',
	suspended: 'WhatsApp has suspended this account; see the GREEN-API console',
	pendingPassword: 'Enter the account password in the GREEN-API console',
};

export const connection: Provider['connection'] = {
	request: () => ({ method: 'GET', path: 'getStateInstance' }),
	problem(answer: Answer) {
		return stateProblem({
			answer,
			reader,
			path: ['stateInstance'],
			connected: 'authorized',
			missing: 'The instance is still being created. Wait a few minutes and test again',
			advice: states,
		});
	},
};
