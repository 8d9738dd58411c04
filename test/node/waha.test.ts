import { waha } from '../vectors/waha';
import { describeVectors } from './describeVectors';

describeVectors(waha, 'n8n-core');
