/** One contract, both ways out: undici with and without n8n's protection, n8n's helper old and new. */
import { answerRows } from './answers';
import { faultRows } from './faults';
import { play } from './rows';
import { ways } from './ways';

describe.each(ways)('$name', (way) => {
	test.concurrent.each(answerRows)('answers: $name', (row) => play(row, way));
	test.concurrent.each(faultRows)('faults: $name', (row) => play(row, way));
});
