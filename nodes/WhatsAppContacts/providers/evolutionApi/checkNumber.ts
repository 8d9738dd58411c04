/** Check Number at Evolution API: 50 in one request. */
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import type { Call, Outcome } from '../provider';
import type { EvolutionApiCredential } from './signing';
import { askNumber, askNumbers, MOST_IN_ONE, type Said } from './whatsappNumbers';

const told = (
	_command: CheckNumberCommand,
	{ check, row }: Said,
): Outcome<CheckNumberCommand, NumberCheck> => ({ done: check, body: row });

export const checkNumber: Call<EvolutionApiCredential, CheckNumberCommand, NumberCheck> = {
	ask: (command, { instance }) => askNumber(command, instance, told),
	batch: {
		most: MOST_IN_ONE,
		key: ({ chatId }) => chatId.digits,
		ask: (commands, { instance }) => askNumbers(commands, instance, told),
	},
};
