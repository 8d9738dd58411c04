/** Evolution's vectors, in the n8n that is current; `onN8n1.test.ts` runs them in n8n 1.x. */
import { evolutionApi } from './evolutionApi.vectors';
import { describeVectors } from '../node/describeVectors';

describeVectors(evolutionApi, 'n8n-core');
