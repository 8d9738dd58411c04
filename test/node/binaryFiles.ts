/** Files in items, in either of n8n's ways of keeping them: in the item, or in a folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IBinaryData } from 'n8n-workflow';

/** Makes an item's entry of a file. */
export type KeepFile = (bytes: Uint8Array, more?: Partial<IBinaryData>) => Promise<IBinaryData>;

interface Service {
	init(): Promise<void>;
	store(location: object, bytes: Buffer, data: IBinaryData): Promise<IBinaryData>;
}

interface Container {
	get(type: unknown): unknown;
	set(type: unknown, value: unknown): void;
}

/** The ways of one n8n-core; the folder is there from `open` to `close`. */
export function fileKeeping(core: string) {
	const entry = require.resolve(core);
	const file = path.join(path.dirname(entry), 'binary-data', 'binary-data.service');
	const parts = () => ({
		...(require(file) as { BinaryDataService: new (...args: object[]) => Service }),
		...(require(createRequire(entry).resolve('@n8n/di')) as { Container: Container }),
	});
	const location = { type: 'execution', workflowId: 'workflow', executionId: 'execution' };
	let folder = '';
	let before: unknown;
	let service: Service;
	return {
		async open(): Promise<void> {
			const { BinaryDataService, Container } = parts();
			before = Container.get(BinaryDataService);
			folder = mkdtempSync(path.join(tmpdir(), 'n8n-files-'));
			const config = { mode: 'filesystem', availableModes: ['filesystem'] };
			const log = { error() {}, info() {} };
			service = new BinaryDataService({ ...config, localStoragePath: folder }, log, log);
			await service.init();
			Container.set(BinaryDataService, service);
		},
		close(): void {
			const { BinaryDataService, Container } = parts();
			Container.set(BinaryDataService, before);
			rmSync(folder, { recursive: true, force: true });
		},
		/** As if n8n had pruned what it kept. */
		empty: () => rmSync(path.join(folder, 'workflows'), { recursive: true, force: true }),
		inFolder: (async (bytes, more) =>
			service.store(location, Buffer.from(bytes), { ...described(more), data: '' })) as KeepFile,
	};
}

/** Within the item, as base64. */
export const inItem: KeepFile = async (bytes, more) => ({
	...described(more),
	data: Buffer.from(bytes).toString('base64'),
});

const described = (more: Partial<IBinaryData> = {}) => ({
	fileName: 'contacts.vcf',
	mimeType: 'text/vcard',
	data: '',
	...more,
});
