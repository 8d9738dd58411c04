// Builds `dist/`: type check, one bundle per node and credential, icons, codex, licences.
// n8n installs a package without its dependencies, so everything but n8n-workflow is bundled;
// nothing is minified, because n8n's reviewers read the built files.
const { execFile } = require('node:child_process');
const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { n8n } = require('./package.json');

const OUT = 'dist';

/** What package.json registers is what is built: `dist/x.js` comes from `x.ts`. */
const entryPoints = [...n8n.nodes, ...n8n.credentials].map((file) =>
	file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
);

async function clean() {
	await rm(OUT, { recursive: true, force: true });
}

async function typecheck() {
	await promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', '.']);
}

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
		metafile: true,
		logLevel: 'warning',
	});
	await writeLicences(bundledPackages(metafile));
}

/** The folders below node_modules that something was bundled from. */
function bundledPackages({ inputs }) {
	const folders = Object.keys(inputs).flatMap(
		(file) => file.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [],
	);
	return [...new Set(folders)].sort();
}

async function writeLicences(folders) {
	const texts = await Promise.all(
		folders.map(async (folder) => {
			const { name, version, license } = JSON.parse(
				await readFile(`${folder}/package.json`, 'utf8'),
			);
			const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license'].map((each) =>
				readFile(path.join(folder, each), 'utf8'),
			);
			return `## ${name} ${version} (${license})\n\n${(await Promise.any(file)).trim()}\n`;
		}),
	);
	const title = '# Licences of the software bundled into this package\n';
	await mkdir(OUT, { recursive: true });
	await writeFile(`${OUT}/THIRD_PARTY_LICENSES.md`, [title, ...texts].join('\n'));
}

const icons = () =>
	src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(dest(OUT));

const codex = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: '.' }).pipe(dest(OUT));

exports.typecheck = typecheck;
exports.bundle = bundle;
exports.build = series(clean, parallel(typecheck, bundle, icons, codex));
exports.default = exports.build;
