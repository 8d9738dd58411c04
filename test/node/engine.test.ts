/** The node among items, modes and errors, in the n8n that is current. */
import { describeEngine } from './describeEngine';

describeEngine('n8n-core');
