/** What a gateway says of a number that has no account: nothing but that. */
import type { NumberCheck } from '../domain/commands';

/** There is nobody, so there is no id either, whatever the answer repeats. */
export const nobody: NumberCheck = { exists: false, whatsAppId: null, lid: null };
