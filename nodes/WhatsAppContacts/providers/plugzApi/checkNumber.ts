/** Check Number at PlugzAPI and Z-API: 500 in one request, or one by one where that is unknown. */
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import type { Call } from '../provider';
import { askBatch, askPhoneExists, batchKey, MOST_IN_ONE } from './phoneExists';
import type { PlugzApiCredential } from './signing';

export const checkNumber: Call<PlugzApiCredential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }) => askPhoneExists(chatId, (done, { body }) => ({ done, body })),
	batch: {
		most: MOST_IN_ONE,
		key: ({ chatId }, credential, lessons) => batchKey(chatId, credential, lessons),
		ask: (commands, credential, lessons) =>
			askBatch(commands, credential, lessons, (_command, done, body) => ({ done, body })),
	},
};
