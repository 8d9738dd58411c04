/** Check Number at WAHA: one question a number. */
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import type { Call, Credential } from '../provider';
import { askExists } from './checkExists';

export const checkNumber: Call<Credential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }, { instance }) =>
		askExists(chatId.digits, instance, (done, body) => ({ done, body })),
};
