/** GOWA's credential test: `/app/status` proves user, device and connection at once. */
import type { Answer, Provider } from '../provider';
import { stateProblem } from '../state';
import { reader } from './refusal';

export const connection: Provider['connection'] = {
	request: () => ({ method: 'GET', path: 'app/status' }),
	problem: (answer) =>
		problemOf(
			answer,
			'is_logged_in',
			"Log the device in on the server's page, by QR code or code",
		) ??
		problemOf(answer, 'is_connected', "Reconnect the device on the server's page and test again"),
};

function problemOf(answer: Answer, key: string, advice: string): string | undefined {
	return stateProblem({
		answer,
		reader,
		path: ['results', key],
		connected: true,
		missing: 'Check that the API URL is that of a GOWA server',
		advice: { false: advice },
	});
}
