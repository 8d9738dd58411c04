/**
 * The longest files come first, also where no cache knows of it, so that none is left over: what
 * waits beside what works. Before them those that count steps, which is quick only where little else
 * is loaded.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const longest = [
	'operations/hostileEvents',
	'domain/growth',
	'credentials/limits',
	'promises/hostileAnswers',
	'promises/properties',
	'.keys',
	'promises/secrets',
	'node/onN8n1',
	'transport/contract',
	'promises/orderAndPace',
	'node/badInput',
	'promises/boundedTexts',
	'tools/release',
	'lists/getChats',
	'promises/inFlight',
	'promises/keptAlive',
	'transport/proxies',
	'promises/once',
	'transport/keptConnections',
	'node/engine',
	'run/parameters',
	'node/faults',
	'promises/checks',
].map((name) => `${name}.test.ts`);

/** @param {{ path: string }} test */
function rank({ path }) {
	const place = longest.findIndex((end) => path.endsWith(end));
	return place < 0 ? longest.length : place;
}

module.exports = class LongestFirst extends Sequencer {
	/** @param {Array<{ path: string }>} tests */
	sort(tests) {
		return super.sort(tests).sort((a, b) => rank(a) - rank(b));
	}
};
