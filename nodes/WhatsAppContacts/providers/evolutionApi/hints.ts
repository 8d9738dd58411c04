/** What Evolution API's users should know after a run. */
import { count, noPauseOf } from '../hintText';
import type { Hint } from '../provider';
import { declares } from './declares';

export const noPause = noPauseOf(declares.displayName);

export const optionsIgnored: Hint = (messages) =>
	`${count(messages, 'card message')} with a quote, delay or presence went to an Evolution API v2 server, which ignores these three for cards on its usual channel (Baileys)`;
