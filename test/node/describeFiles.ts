/** Cards from an item's file: every encoding, both of n8n's ways of keeping files, and no others. */
import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../sandbox';
import { kitOf } from '../gateways';
import { brokenFile, fileOf, fileVectors } from '../vectors/files';
import { fileKeeping, inItem, type KeepFile } from './binaryFiles';
import { unhurried } from '../promises/sending';
import { type NodeRun, runNode } from './inEngine';

/** For either n8n-core. */
export function describeFiles(core: string): void {
	let sandbox: Sandbox;
	const keeping = fileKeeping(core);
	beforeAll(async () => {
		sandbox = await startSandbox(unhurried);
		await keeping.open();
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => {
		keeping.close();
		await sandbox.close();
	});

	const send = (binaries: readonly IBinaryKeyData[], more: INodeParameters = {}, run = {}) =>
		runNode(
			{
				provider: 'evolutionApi',
				credential: sandbox.credentials[kitOf('evolutionApi').accounts[0]],
				parameters: {
					operation: 'sendContact',
					chatId: '79001234567',
					specifyContacts: 'file',
					...more,
				},
				items: binaries.map(() => ({})),
				binaries,
				...run,
			} satisfies NodeRun,
			core,
		);
	const sent = () => sandbox.accepted().map(({ cards }) => cards.map(({ name }) => name));
	const refused = async (binary: IBinaryKeyData, more: INodeParameters = {}) => {
		const { execution } = await send([binary], more);
		expect(sandbox.requests()).toEqual([]);
		return execution.error?.message;
	};

	const ways: ReadonlyArray<readonly [string, KeepFile]> = [
		['in the item', inItem],
		['in a folder', keeping.inFolder],
	];
	describe.each(ways)('a file kept %s', (_way, keep) => {
		it.each(fileVectors.map((vector) => [vector.that, vector] as const))(
			'sends the cards of %s',
			async (_that, { bytes, names }) => {
				const { execution } = await send([{ data: await keep(bytes) }]);
				expect(execution.error).toBeUndefined();
				expect(sent()).toEqual([names]);
			},
		);

		it('sends the cards of each item’s own file, from the field that is named', async () => {
			const binaries: IBinaryKeyData[] = [
				{ attachment_0: await keep(fileOf('Ana')), data: await keep(fileOf('Eva')) },
				{ attachment_1: await keep(fileOf('Rui', 'Bia')) },
			];
			const { items } = await send(binaries, {
				binaryPropertyName: '={{ "attachment_" + $itemIndex }}',
			});
			expect(sent()).toEqual([['Ana'], ['Rui', 'Bia']]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		});

		it('leaves out what cannot be sent, as Skip Invalid Cards says', async () => {
			const binary = { data: await keep(brokenFile) };
			expect(await refused(binary)).toMatch(
				/^binaryPropertyName: card 2 \(Boletim\) has no phone number\. .* Skip Invalid Cards/,
			);
			const { items } = await send([binary], { options: { skipInvalidCards: true } });
			expect(sent()).toEqual([['Анна Сильва']]);
			expect(items[0]?.json.skippedCards).toMatchObject([
				{ card: 2, name: 'Boletim', reason: 'has no phone number' },
				{ card: 3, reason: expect.stringContaining('not readable') },
			]);
		});

		it('sends nothing at all if the last item’s file is none', async () => {
			const binaries = [
				{ data: await keep(fileOf('Ana')) },
				{ data: await keep(Buffer.from('x')) },
			];
			const stopped = await send(binaries);
			expect(stopped.execution.error).toMatchObject({ context: { itemIndex: 1 } });
			expect(sandbox.requests()).toEqual([]);
			const continued = await send(
				binaries,
				{},
				{ settings: { onError: 'continueRegularOutput' } },
			);
			expect(sent()).toEqual([['Ana']]);
			expect(continued.items[1]?.json.error).toMatchObject({ code: 'INVALID_INPUT' });
		});

		it.each([
			['is empty', '', 'contacts.vcf', /^the file "contacts.vcf" is empty\. Choose/],
			['is a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'me.png', /^the file "me.png" .*\. Choose/],
			['is a page', '<html>BEGIN:VCARD</html>', 'p.html', /^the file "p.html" holds no vCard\. /],
			[
				'is a zip',
				'PK\x03\x04\x14\0\x08\x08\xc0\xed',
				'all.zip',
				/^the file "all.zip" .*\. Choose/,
			],
			['is zeros', '\0'.repeat(5000), 'zeros.vcf', /^the file "zeros.vcf" .*\. Choose/],
			[
				'is noise',
				'\x81\x8d\x90\x9d\xff\xfe\xa0'.repeat(99),
				'n.vcf',
				/^the file "n.vcf" .*\. Choose/,
			],
		])('refuses one that %s', async (_that, bytes, fileName, message) => {
			const said = await refused({ data: await keep(Buffer.from(bytes, 'latin1'), { fileName }) });
			expect(said?.slice(0, 20)).toBe('binaryPropertyName: ');
			expect(said?.slice(20)).toMatch(message);
		});

		it('refuses one of more than 10 MB, and takes one of less', async () => {
			const note = (length: number) =>
				Buffer.concat([
					Buffer.from(`BEGIN:VCARD\nFN:Ana\nTEL:+5511987654321\nNOTE:`),
					Buffer.alloc(length, 'x'),
				]);
			expect(await refused({ data: await keep(note(10 * 1024 * 1024)) })).toMatch(
				/^binaryPropertyName: the file "contacts.vcf" is larger than 10 MB\. Choose/,
			);
			await send([{ data: await keep(note(10_000_000)) }]);
			expect(sent()).toEqual([['Ana']]);
		});
	});

	it('does not fetch what is too large, and says what is gone', async () => {
		const large = await keeping.inFolder(Buffer.alloc(11 * 1024 * 1024));
		const gone = await keeping.inFolder(fileOf('Ana'));
		keeping.empty();
		// What n8n knows of it went with it.
		for (const data of [large, gone]) {
			expect(await refused({ data })).toMatch(
				/ cannot be read any more\. Add it to the item again/,
			);
		}
	});

	it.each([
		['holds no file', {}, /the item has no file in the field "data"\. Add one/],
		[
			'has others',
			{ Attachment: { mimeType: 'a', data: '' }, b: { mimeType: 'a', data: '' } },
			/the item has no file in the field "data"\. Write the name of one that it has: Attachment, b$/,
		],
	])('names what to do when the item %s', async (_that, binary: IBinaryKeyData, message) => {
		expect(await refused(binary)).toMatch(message);
	});

	it.each([
		'={{ "" }}',
		'={{ null }}',
		'={{ 5 }}',
		'={{ ({}) }}',
		'={{ ["data"] }}',
		'constructor',
		'__proto__',
		'toString',
	])('refuses the field %s', async (binaryPropertyName) => {
		const data = await inItem(fileOf('Ana'));
		expect(await refused({ data }, { binaryPropertyName })).toMatch(
			/^binaryPropertyName: .*\. Write the name of /,
		);
	});
}
