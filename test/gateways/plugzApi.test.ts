/** PlugzAPI's vectors, in the n8n that is current; `onN8n1.test.ts` runs them in n8n 1.x. */
import { plugzApi } from './plugzApi.vectors';
import { describeVectors } from '../node/describeVectors';

describeVectors(plugzApi, 'n8n-core');
