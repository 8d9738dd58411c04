import { evolutionApi } from '../vectors/evolutionApi';
import { describeVectors } from './describeVectors';

describeVectors(evolutionApi, 'n8n-core');
