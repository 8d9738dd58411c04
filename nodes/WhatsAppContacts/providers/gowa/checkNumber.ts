/** Check Number at GOWA: one question a number. */
import type { CheckNumberCommand, NumberCheck } from '../../domain/commands';
import type { Call } from '../provider';
import { askCheck } from './check';
import { spellChatId } from './chatId';
import type { GowaCredential } from './signing';

export const checkNumber: Call<GowaCredential, CheckNumberCommand, NumberCheck> = {
	ask: ({ chatId }) =>
		askCheck(spellChatId(chatId), (done, body, hints) => ({ done, body, hints })),
};
