// The recipes that begin with a file, with a real one, and a form with an upload, in both of n8n's
// ways of keeping files: what n8n reads is what the node gets, and nothing is pinned.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowOf, sendNode } from '../contactsNode';
import { recipe } from '../examples';
import { n8nNames } from '../install';
import { readingFile } from '../recipeRun';
import { useTestBed } from '../testBed';
import { fillForm } from '../webhook';
import { inARow, itemsOf, node, type Execution } from '../workflow';

/** As Google Contacts exports: grouped and folded lines, people without a number. */
const vcf = `BEGIN:VCARD
VERSION:3.0
FN:Ana Silva
N:Silva;Ana;;;
item1.TEL:+55 11 98765-4321
item1.X-ABLabel:Balcão
NOTE:Balcão da padaria\\, de segunda a sábado\\, das seis da manhã às oito da n
 oite
CATEGORIES:myContacts
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Boletim
N:;Boletim;;;
EMAIL;TYPE=INTERNET:boletim@example.com
CATEGORIES:myContacts
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Guilherme Gomes
N:Gomes;Guilherme;;;
TEL;TYPE=CELL:+55 31 99829-6801
END:VCARD
`.replaceAll('\n', '\r\n');

const csv = `customer,phone
Артем,8 900 123-45-67
"Dealer, Moscow",+7 123 456-78-90
Без WhatsApp,89001230000
`;

/** A program from before Unicode wrote it, and it does not say so. */
const oldVcf = Buffer.from(
	// Олена Петренко and Їжак, as Windows-1251 has them.
	'BEGIN:VCARD\r\nVERSION:2.1\r\nFN:\xce\xeb\xe5\xed\xe0 \xcf\xe5\xf2\xf0\xe5\xed\xea\xee\r\n' +
		'TEL;CELL:+380501234567\r\nEND:VCARD\r\n' +
		'BEGIN:VCARD\r\nVERSION:2.1\r\nFN:\xaf\xe6\xe0\xea\r\nTEL;CELL:+380501234568\r\nEND:VCARD\r\n',
	'latin1',
);

const kept = n8nNames.flatMap((name) =>
	(['default', 'filesystem'] as const).map((mode) => [name, mode] as const),
);

describe.each(kept)('files in %s, kept the way "%s"', (name, mode) => {
	const filesOf = (userFolder: string) => join(userFolder, 'files');
	const bed = useTestBed(name, (_, userFolder) => ({
		N8N_RESTRICT_FILE_ACCESS_TO: filesOf(userFolder),
		N8N_DEFAULT_BINARY_DATA_MODE: mode,
	}));

	/** Runs a recipe with a file in the one folder that n8n may read. */
	async function runWith(recipeName: string, file: string, text: string): Promise<Execution> {
		const folder = filesOf(bed.n8n.userFolder);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, file), text);
		const workflow = readingFile(recipe(recipeName, bed.accounts), join(folder, file));
		return await bed.editor.runToEnd(workflow);
	}

	const jsonOf = (ended: Execution, node: string) => itemsOf(ended, node).map(({ json }) => json);

	it('sends the cards of a .vcf that have a number', async () => {
		const ended = await runWith('vcf-file-to-group', 'contacts.vcf', vcf);
		expect(ended).toMatchObject({ status: 'success' });
		expect(jsonOf(ended, 'Send Cards')).toMatchObject([
			{ skippedCards: [{ card: 2, name: 'Boletim', reason: 'has no phone number' }] },
		]);
		const [message, ...more] = bed.sandbox.accepted();
		expect(more).toEqual([]);
		expect(message).toMatchObject({
			chatId: '120363043968066561@g.us',
			cards: [{ name: 'Ana Silva' }, { name: 'Guilherme Gomes' }],
		});
	});

	it('sends the cards of a file that somebody uploads into a form', async () => {
		const form = node(
			'Form',
			'n8n-nodes-base.formTrigger',
			2.2,
			{
				formTitle: 'Contacts',
				formFields: {
					values: [{ fieldLabel: 'Your contacts', fieldType: 'file', multipleFiles: false }],
				},
				options: {},
			},
			{ webhookId: 'upload-of-contacts' },
		);
		const send = sendNode(rowOf('evolutionApi'), bed.accounts, {
			parameters: {
				chatId: '380509876543',
				specifyContacts: 'file',
				binaryPropertyName: 'Your_contacts',
			},
		});
		const nodes = [form, send];
		const saved = await bed.editor.createWorkflow({
			name: 'Upload',
			nodes,
			connections: inARow(nodes),
		});
		await bed.editor.activate(saved);
		await fillForm(bed.n8n.url, 'upload-of-contacts', new File([oldVcf], 'contacts.vcf'));
		const [ended] = await bed.editor.allFinished(saved, 1);
		expect(ended).toMatchObject({ status: 'success' });
		expect(bed.sandbox.accepted()).toMatchObject([
			{
				chatId: '380509876543@s.whatsapp.net',
				cards: [{ name: 'Олена Петренко' }, { name: 'Їжак' }],
			},
		]);
	});

	it('looks up the rows of a .csv', async () => {
		const ended = await runWith('spreadsheet-who-is-on-whatsapp', 'customers.csv', csv);
		expect(ended).toMatchObject({ status: 'success' });
		expect(jsonOf(ended, 'Row With Answer').map(({ exists }) => exists)).toEqual([
			true,
			true,
			false,
		]);
		expect(jsonOf(ended, 'On WhatsApp')).toMatchObject([
			{ customer: 'Артем', chatId: '79001234567@c.us' },
			{ customer: 'Dealer, Moscow', chatId: '71234567890@c.us' },
		]);
	});
});
