/**
 * Test files run among Node's own objects instead of in a realm of their own: modules that are
 * loaded once for all files (see runtime.js) then share `Error`, `Map` and `Date` with them, as
 * they do in n8n.
 */
const fs = require('node:fs');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Where Jest looks for what a test may have replaced. */
const natives = {
	'jest-native-promise': Promise,
	'jest-native-now': Date.now.bind(Date),
	'jest-native-read-file': fs.readFileSync.bind(fs),
	'jest-native-write-file': fs.writeFileSync.bind(fs),
	'jest-native-exists-file': fs.existsSync.bind(fs),
};

module.exports = class NativeEnvironment {
	constructor({ projectConfig }) {
		this.global = globalThis;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimers = null;
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
		for (const [name, value] of Object.entries(natives)) globalThis[Symbol.for(name)] = value;
		this.before = { env: { ...process.env }, exit: process.exit };
	}

	async setup() {
		// As everywhere but in Jest, which makes every error ten times as dear.
		Error.stackTraceLimit = 10;
	}

	/**
	 * Jest runs the tests of one block side by side; here those of all blocks without hooks do, after
	 * the others.
	 */
	handleTestEvent({ name }, { rootDescribeBlock }) {
		if (name !== 'run_start') return;
		const taken = [];
		const isOurs = ({ type, concurrent }) => type === 'test' && concurrent;
		const takeFrom = (block) => {
			taken.push(...block.children.filter(isOurs));
			block.children = block.children.filter((child) => !isOurs(child));
			for (const child of block.children) if (child.hooks?.length === 0) takeFrom(child);
		};
		takeFrom(rootDescribeBlock);
		rootDescribeBlock.children.push(...taken);
	}

	/** Nothing of a file may reach the next. */
	async teardown() {
		this.fakeTimersModern.dispose();
		// The file's tests and who listened to them; Jest keeps them in the realm, which lives on.
		for (const key of Object.getOwnPropertySymbols(globalThis)) {
			if (['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'].includes(key.description)) delete globalThis[key];
		}
		const { env, exit } = this.before;
		process.exit = exit;
		for (const name of Object.keys(process.env)) {
			// n8n lives on, with its settings there.
			if (!(name in env) && name !== 'N8N_USER_FOLDER') delete process.env[name];
		}
		Object.assign(process.env, env);
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	/** Jest asks whether there is one; runtime.js compiles without it. */
	getVmContext() {
		return {};
	}
};
