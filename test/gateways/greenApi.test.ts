/** GREEN-API's vectors, in the n8n that is current; `onN8n1.test.ts` runs them in n8n 1.x. */
import { greenApi } from './greenApi.vectors';
import { describeVectors } from '../node/describeVectors';

describeVectors(greenApi, 'n8n-core');
