/** Read Received Cards, in the n8n that is current. */
import { describeReceived } from './describeReceived';

describeReceived('n8n-core');
