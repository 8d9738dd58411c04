/**
 * The longest files come first, also where no cache knows of it, so that none is left over; before
 * them those that count steps, which is quick only where little else is loaded.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const longest = [
	'operations/hostileEvents',
	'domain/growth',
	'promises/orderAndPace',
	'.keys',
	'.keysOnN8n1',
	'promises/secretsOnN8n1',
	'promises/secrets',
	'promises/keptAlive',
	'promises/properties',
	'promises/hostileAnswers',
	'promises/checks',
	'promises/certainty',
	'transport/contract',
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
