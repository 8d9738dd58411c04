/** Cards from files, in the n8n that is current. */
import { describeFiles } from './describeFiles';

describeFiles('n8n-core');
