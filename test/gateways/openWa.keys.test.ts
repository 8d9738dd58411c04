/** Keys for sends, in the n8n that is current. */
import { describeKeys } from './openWa.describeKeys';

describeKeys('n8n-core');
