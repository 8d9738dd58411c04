// Who may import whom, for dependency-cruiser: an arrow that is not here is a decision, not an
// accident, and goes into docs/decisions.md. `npm test` and the drawing read these rules.

const NODE = '^nodes/WhatsAppContacts/';

/** Rooms and libraries that a room may import; `types` are those of which it may take types only. */
const rooms = {
	'WhatsAppContacts.node': {
		may: ['credentialTest', 'lists', 'operations', 'providers', 'run', 'n8n-workflow'],
		because: 'n8n loads it: it joins the rooms and knows nothing else',
	},
	credentialTest: {
		may: ['delivery', 'domain', 'operations', 'providers', 'transport'],
		types: ['n8n-workflow'],
		because: 'the Test buttons ask a gateway like any look-up, without a run of the node',
	},
	run: {
		may: [
			...['delivery', 'domain', 'nodeError', 'operations', 'providers', 'transport'],
			...['crypto', 'n8n-workflow', 'zod'],
		],
		because: 'one run of the node brings all rooms together',
	},
	lists: {
		may: ['delivery', 'domain', 'operations', 'providers', 'run', 'n8n-workflow'],
		because: "the editor's lists ask a gateway as a run does, in the same pace and by the same way",
	},
	operations: {
		may: ['domain', 'providers', 'zod'],
		types: ['n8n-workflow'],
		because: 'how parameters become a command has nothing to do with HTTP',
	},
	delivery: {
		may: ['domain'],
		types: ['providers', 'transport'],
		because: 'once, in order and in pace hold for every gateway, so it can call none by name',
	},
	nodeError: {
		may: ['domain', 'n8n-workflow'],
		because: "a failure becomes n8n's error here only",
	},
	providers: {
		may: ['domain', 'zod'],
		because: 'a gateway is pure functions: no n8n, no sockets, no clock',
	},
	transport: {
		may: ['undici'],
		types: ['n8n-workflow'],
		because: 'it moves requests and knows neither gateways nor cards',
	},
	domain: {
		may: ['libphonenumber-js', 'zod'],
		because: 'what the node means can be said without n8n, HTTP and vendors',
	},
};

/** A room is a folder or a file; any other name is a package, or the one module of Node.js. */
const pathOf = (name) => {
	if (name in rooms) return `${NODE}${name}(?:\\.ts$|/)`;
	return name === 'crypto' ? '^(?:node:)?crypto$' : `(?:^|/)node_modules/${name}/`;
};

const roomRules = Object.entries(rooms).flatMap(([name, { may, types = [], because }]) => {
	const from = { path: pathOf(name) };
	const known = [name, ...may, ...types].map(pathOf);
	return [
		{ name, comment: because, severity: 'error', from, to: { pathNot: known } },
		{
			name: `${name}: types`,
			comment: `${because}; what it takes types of is not there when it runs`,
			severity: 'error',
			from,
			to: { path: types.map(pathOf), dependencyTypesNot: ['type-only'] },
		},
	].filter(({ to }) => to.pathNot ?? to.path.length > 0);
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...roomRules,
		{
			name: 'no room',
			comment: 'a new room is a decision: say above what it may import, and why',
			severity: 'error',
			from: { path: NODE, pathNot: Object.keys(rooms).map(pathOf) },
			to: {},
		},
		{
			name: 'no circle',
			comment: 'files that import each other can only be understood together',
			severity: 'error',
			from: { path: '^(?:nodes|credentials|sandbox|tools)/' },
			to: { circular: true },
		},
		{
			name: 'undici in one file',
			comment: 'the transport that is made of it; everyone else knows the contract',
			severity: 'error',
			from: { path: '^(?:nodes|credentials)/', pathNot: `${NODE}transport/undiciSend\\.ts$` },
			to: { path: pathOf('undici') },
		},
		{
			name: 'contract of the transports',
			comment: 'both transports stand on it, so it stands on nothing',
			severity: 'error',
			from: { path: `${NODE}transport/http\\.ts$` },
			to: {},
		},
		{
			name: 'a provider alone',
			comment: 'a gateway is one folder: it can be read, moved and taken out without the others',
			severity: 'error',
			from: { path: `${NODE}providers/([^/]+)/` },
			to: { path: `${NODE}providers/[^/]+/`, pathNot: `${NODE}providers/$1/` },
		},
		{
			name: 'credentials',
			comment: 'they are fields and signing, by what providers say of themselves',
			severity: 'error',
			from: { path: '^credentials/' },
			to: {
				pathNot: [
					...['^credentials/', `${NODE}domain/texts\\.ts$`],
					...[pathOf('providers'), pathOf('n8n-workflow')],
				],
			},
		},
		{
			name: 'credentials: values',
			comment: 'each credential is a bundle of its own; with more than this zod would be in each',
			severity: 'error',
			from: { path: '^credentials/' },
			to: {
				pathNot: [
					...['^credentials/', `${NODE}domain/texts\\.ts$`],
					`${NODE}providers/[^/]+/signing\\.ts$`,
				],
				dependencyTypesNot: ['type-only'],
			},
		},
		{
			name: 'sandbox alone',
			comment:
				'written from what vendors document: with code of the node, it would share its mistakes; ' +
				"nothing but Node.js' own modules, so it runs anywhere",
			severity: 'error',
			from: { path: '^sandbox/', pathNot: '^sandbox/(?:engine|demo)/' },
			to: { pathNot: '^sandbox/', dependencyTypesNot: ['core'] },
		},
		{
			name: 'engine and demo',
			comment: 'they load the package as n8n does, from its built files',
			severity: 'error',
			from: { path: '^sandbox/(?:engine|demo)/' },
			to: { path: '^(?:nodes|credentials|test|tools)/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		// Types are imports too.
		tsPreCompilationDeps: true,
	},
};
