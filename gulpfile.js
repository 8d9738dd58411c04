// Builds `dist/`: type check, one bundle per node and credential, icons, codex, licences and the
// bill of materials. `BUILD_OUT` names another folder, so that a check disturbs nobody's `dist/`.
// n8n installs a package without its dependencies, so everything but n8n-workflow is bundled;
// names and layout are kept, because n8n's reviewers read the built files.
const { execFile } = require('node:child_process');
const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
require('tsx/cjs');
const phoneMetadata = require('libphonenumber-js/max/metadata');
const { bundledPackages } = require('./tools/build/licences/bundled');
const { licenceTexts } = require('./tools/build/licences/texts');
const { sbom, SBOM_FILE } = require('./tools/build/licences/sbom');
const { withoutFormats } = require('./tools/build/phoneMetadata');
const manifest = require('./package.json');
const lock = require('./package-lock.json');

const OUT = process.env.BUILD_OUT ?? 'dist';
const { n8n } = manifest;

/** What package.json registers is what is built: `dist/x.js` comes from `x.ts`. */
const entryPoints = [...n8n.nodes, ...n8n.credentials].map((file) =>
	file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
);

async function clean() {
	await rm(OUT, { recursive: true, force: true });
}

/** What has not changed since the last build is not looked at again. */
const TYPES_SEEN = 'node_modules/.cache/tsc/build.tsbuildinfo';

async function typecheck() {
	await promisify(execFile)(process.execPath, [
		require.resolve('typescript/bin/tsc'),
		...['-p', 'tsconfig.build.json', '--incremental', '--tsBuildInfoFile', TYPES_SEEN],
	]);
}

/**
 * The libraries' code without its comments, a tenth of the file; their licences are in a file of
 * their own. The bundle is printed anew, so names and lines stay readable, as our own code does.
 */
const withoutLibraryComments = {
	name: 'without-library-comments',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path: file }) => {
			const text = await readFile(file, 'utf8');
			const { code } = await esbuild.transform(text, { minifyWhitespace: true, target: 'node20' });
			return { contents: code };
		});
	},
};

/** The node reads phone numbers and formats none. Parsed JSON loads faster than a literal. */
const withoutPhoneFormats = {
	name: 'without-phone-formats',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]libphonenumber-js[\\/]metadata\.max\.json\.js$/ }, () => ({
			contents: `export default JSON.parse(${literal(withoutFormats(phoneMetadata))})`,
		}));
	},
};

const literal = (data) => JSON.stringify(JSON.stringify(data));

async function bundle() {
	const { metafile } = await esbuild.build({
		entryPoints,
		outdir: OUT,
		outbase: '.',
		bundle: true,
		// The end-to-end tests build in a copy whose node_modules is a link.
		preserveSymlinks: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		external: ['n8n-workflow'],
		legalComments: 'none',
		plugins: [withoutPhoneFormats, withoutLibraryComments],
		metafile: true,
		logLevel: 'warning',
	});
	await describeBundle(bundledPackages(Object.keys(metafile.inputs), __dirname));
}

/** What was bundled, for lawyers and for scanners. */
async function describeBundle(packages) {
	const bill = JSON.stringify(sbom(manifest, packages, lock.packages), null, '\t');
	await mkdir(OUT, { recursive: true });
	await writeFile(path.join(OUT, 'THIRD_PARTY_LICENSES.md'), licenceTexts(packages));
	await writeFile(path.join(OUT, SBOM_FILE), `${bill}\n`);
}

const icons = () =>
	src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(dest(OUT));

const codex = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: '.' }).pipe(dest(OUT));

exports.typecheck = typecheck;
exports.bundle = bundle;
exports.build = series(clean, parallel(typecheck, bundle, icons, codex));
exports.default = exports.build;
