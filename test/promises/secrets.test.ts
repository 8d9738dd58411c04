/** No secret comes out, in the n8n that is current. */
import { describeSecrets } from './describeSecrets';

describeSecrets('n8n-core');
