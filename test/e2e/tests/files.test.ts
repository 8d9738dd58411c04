// The recipes that begin with a file, with a real one: what n8n reads and extracts is what the node
// gets, and nothing is pinned.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recipe } from '../examples';
import { n8nNames } from '../install';
import { readingFile } from '../recipeRun';
import { useTestBed } from '../testBed';
import { itemsOf, type Execution } from '../workflow';

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

describe.each(n8nNames)('the recipes that read a file, in %s', (name) => {
	const filesOf = (userFolder: string) => join(userFolder, 'files');
	const bed = useTestBed(name, (_, userFolder) => ({
		N8N_RESTRICT_FILE_ACCESS_TO: filesOf(userFolder),
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
		expect(jsonOf(ended, 'Text of the File')).toEqual([{ data: vcf }]);
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
