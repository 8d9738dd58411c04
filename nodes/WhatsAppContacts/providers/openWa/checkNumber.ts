/** Check Number at OpenWA: one question a number. */
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import type { Call, Credential } from '../provider';
import { askCheck } from './check';

export const checkNumber: Call<Credential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }, { instance }) =>
		askCheck(chatId.digits, instance, (done, body) => ({ done, body })),
};
