/** The rooms of the package and who imports whom, read from the sources. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { sourcesIn } from '../sources';

/** A folder below `nodes/WhatsAppContacts`, `credentials`, or a file that stands beside them. */
export interface Room {
	readonly name: string;
	/** Folders inside it, e.g. one for each provider. */
	readonly parts: readonly string[];
	/** Modules from outside the project; `isType` when types are all that is taken. */
	readonly libraries: readonly Library[];
}

interface Library {
	readonly name: string;
	readonly isType: boolean;
}

/** `from` imports `to`; `isType` when types are all that it takes. */
export interface Arrow {
	readonly from: string;
	readonly to: string;
	readonly isType: boolean;
}

/** Rooms in the order of their names, so that the same sources give the same drawing. */
export interface House {
	readonly rooms: readonly Room[];
	readonly arrows: readonly Arrow[];
}

interface Import {
	readonly module: string;
	readonly isType: boolean;
}

const NODE = 'nodes/WhatsAppContacts';

/** A file beside the rooms is a room of its own; a folder may be imported without its `index`. */
export function roomOf(file: string): string {
	const inside = file.startsWith(`${NODE}/`) ? file.slice(NODE.length + 1) : file;
	return (inside.split('/')[0] ?? inside).replace(/\.ts$/, '');
}

/** Every module that a file imports or exports from. */
export function importsOf(file: string, text: string): Import[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
	return source.statements.flatMap((statement) => {
		if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
		const { moduleSpecifier } = statement;
		if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
		return [{ module: moduleSpecifier.text, isType: isTypeOnly(statement) }];
	});
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
	const clause = statement.importClause;
	if (!clause) return false;
	if (clause.isTypeOnly) return true;
	const named = clause.namedBindings;
	return (
		!clause.name &&
		named !== undefined &&
		ts.isNamedImports(named) &&
		named.elements.every((element) => element.isTypeOnly)
	);
}

/** The whole package. */
export function readHouse(root: string): House {
	const files = sourcesIn(root, ['nodes', 'credentials']).map((file) => {
		const text = readFileSync(path.join(root, file), 'utf8');
		return { file, text, room: roomOf(file), imports: importsOf(file, text) };
	});
	const names = [...new Set(files.map(({ room }) => room))].sort();
	const rooms = names.map((name): Room => {
		const own = files.filter(({ room }) => room === name);
		const bare = own.flatMap(({ imports }) => imports).filter(({ module }) => !isOwn(module));
		return {
			name,
			parts: partsOf(own.map(({ file }) => file)),
			libraries: librariesOf(bare),
		};
	});
	return { rooms, arrows: arrowsOf(files) };
}

function librariesOf(imports: readonly Import[]): Library[] {
	const names = [...new Set(imports.map(({ module }) => packageOf(module)))].sort();
	return names.map((name) => ({
		name,
		isType: imports.filter(({ module }) => packageOf(module) === name).every((each) => each.isType),
	}));
}

const isOwn = (module: string) => module.startsWith('.');

const packageOf = (module: string) => /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module;

function partsOf(files: readonly string[]): string[] {
	const inner = files.flatMap((file) =>
		file
			.slice(NODE.length + 1)
			.split('/')
			.slice(1, -1),
	);
	return [...new Set(inner)].sort();
}

function arrowsOf(
	files: ReadonlyArray<{ file: string; room: string; imports: readonly Import[] }>,
): Arrow[] {
	const kinds = new Map<string, boolean>();
	for (const { file, room, imports } of files) {
		for (const { module, isType } of imports.filter((each) => isOwn(each.module))) {
			const target = roomOf(path.posix.join(path.posix.dirname(file), module));
			if (target === room) continue;
			const key = `${room} ${target}`;
			kinds.set(key, isType && (kinds.get(key) ?? true));
		}
	}
	return [...kinds]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, isType]) => {
			const [from = '', to = ''] = key.split(' ');
			return { from, to, isType };
		});
}
