/** No secret comes out, in n8n 1.x, where requests go another way out. */
import { describeSecrets } from './describeSecrets';

describeSecrets('n8n-core-1');
