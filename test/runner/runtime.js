/**
 * n8n's packages are loaded by Node itself, once for each worker: through Jest's registry they take
 * seconds of every test file. Under another environment than the one beside, it is Jest's runtime.
 */
const { createRequire } = require('node:module');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

// Each file's code is new to V8, which optimizes what ran for long beside the tests, on a core that
// they need: most of it never runs so often again.
setFlagsFromString('--interrupt-budget=800000');

const dist = path.resolve(__dirname, '../../dist') + path.sep;

const isNative = (file) =>
	path.isAbsolute(file) &&
	(file.includes(`${path.sep}node_modules${path.sep}`) || file.startsWith(dist));

/** What a module was compiled to, by its file: the realm lives on, so it serves the next tests, too. */
const compiled = new Map();

/**
 * Which test is running, as Jest asks it where an error reaches nobody. Node's own storage would
 * follow it through every promise of the process, at a tenth of the suites' time; where several run
 * side by side it is nobody's, and fails the file.
 */
class Running {
	#stores = new Set();

	getStore() {
		const [last, ...others] = [...this.#stores].reverse();
		return others.every(({ test }) => test === last.test) ? last : undefined;
	}

	async run(store, callback) {
		this.#stores.add(store);
		try {
			return await callback();
		} finally {
			this.#stores.delete(store);
		}
	}
}

module.exports = class NativeRuntime extends Runtime {
	constructor(config, environment, ...others) {
		const { getBuiltinModule } = process;
		super(config, environment, ...others);
		this.isNative = environment.global === globalThis;
		if (!this.isNative) return;
		// Jest gives its own to what it takes for a copy.
		if (getBuiltinModule) process.getBuiltinModule = getBuiltinModule;
		// The node keeps what it learns in its module: each file begins with a new one.
		for (const file of Object.keys(require.cache)) {
			if (file.startsWith(dist)) delete require.cache[file];
		}
		const { executor } = this;
		executor.compile = (source, filename) => {
			const known = compiled.get(filename);
			if (known?.source === source) return known.run;
			const run = compileFunction(source, executor.injectedModuleParameters, { filename });
			compiled.set(filename, { source, run });
			return run;
		};
	}

	requireModule(from, name, options, isActual) {
		if (this.isNative && name !== undefined) {
			if (options?.isInternalModule) {
				// Jest's own parts; those that hold a file's tests are new for each.
				if (!/jest-circus/.test(from + name)) return createRequire(from)(name);
				if (name === 'node:async_hooks') return { AsyncLocalStorage: Running };
			} else {
				const file = this.requireBuilder.resolve(from, name);
				if (isNative(file)) return require(file);
			}
		}
		return super.requireModule(from, name, options, isActual);
	}

	/** Who asks for modules of their own gets all of them anew. */
	isolateModules(load) {
		const { isNative } = this;
		this.isNative = false;
		try {
			super.isolateModules(load);
		} finally {
			this.isNative = isNative;
		}
	}
};
module.exports.default = module.exports;
