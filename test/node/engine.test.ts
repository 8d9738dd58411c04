import { describeEngine } from './describeEngine';

describeEngine('n8n-core');
