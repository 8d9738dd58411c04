import { greenApi } from '../vectors/greenApi';
import { describeVectors } from './describeVectors';

describeVectors(greenApi, 'n8n-core');
