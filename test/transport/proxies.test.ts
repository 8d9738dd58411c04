/** The contract behind a proxy: the environment names it to the whole process, so one at a time. */
import { proxyRows } from './proxies';
import { play } from './rows';
import { ways } from './ways';

describe.each(ways)('$name', (way) => {
	test.each(proxyRows)('a proxy: $name', (row) => play(row, way));
});
