/** Check Number at GREEN-API: one question a number. */
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import type { Call, Credential } from '../provider';
import { askWhatsapp } from './checkWhatsapp';

export const checkNumber: Call<Credential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }) => askWhatsapp(chatId, (done, { body }) => ({ done, body })),
};
