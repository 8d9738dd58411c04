/**
 * The longest files come first, also where no cache knows of it, so that none is left over: what
 * waits beside what works. Before them those that count steps, which is quick only where little else
 * is loaded.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const longest = [
	'operations/hostileEvents',
	'domain/growth',
	'promises/hostileAnswers',
	'promises/properties',
	'promises/secrets',
	'node/onN8n1',
	'promises/boundedTexts',
	'node/badInput',
	'tools/release',
	'promises/orderAndPace',
	'promises/keptAlive',
	'credentials/limits',
	'transport/contract',
	'promises/inFlight',
	'promises/once',
	'transport/keptConnections',
	'lists/getChats',
	'.keys',
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
