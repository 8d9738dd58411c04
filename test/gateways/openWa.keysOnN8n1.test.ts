/** Keys for sends, in n8n 1.x, where requests go another way out. */
import { describeKeys } from './openWa.describeKeys';

describeKeys('n8n-core-1');
