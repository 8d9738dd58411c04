import { plugzApi } from '../vectors/plugzApi';
import { describeVectors } from './describeVectors';

describeVectors(plugzApi, 'n8n-core');
