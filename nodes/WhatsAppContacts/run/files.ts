/** An item's file, as n8n keeps it: in the item, on disk or elsewhere, which is n8n's own matter. */
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import type { CardFile } from '../domain/cards/readCards';
import { fileText, MAX_FILE_BYTES } from '../domain/files/fileText';
import type { Reading } from '../domain/reading';
import { isGiven, quoted, shortened } from '../domain/typed';

const advice = 'Choose a .vcf file, as phones and address books export it';

/** Reads the file in a field of an item; what is too large is not even fetched. */
export async function readFile(
	context: IExecuteFunctions,
	item: number,
	field: unknown,
): Promise<Reading<CardFile>> {
	if (!isGiven(field)) return { problem: `is empty. Write the name of the field, e.g. data` };
	const { helpers } = context;
	let file: IBinaryData;
	let size: number;
	let bytes: Buffer;
	try {
		file = helpers.assertBinaryData(item, field as string);
		if (typeof file.mimeType !== 'string') return missing(context, item, field);
	} catch {
		return missing(context, item, field);
	}
	const name = quoted(file.fileName ?? String(field));
	const tooLarge = {
		problem: `the file ${name} is larger than 10 MB. Choose a smaller one, e.g. without photos, or in parts`,
	};
	try {
		size = await sizeOf(context, file);
		if (size > MAX_FILE_BYTES) return tooLarge;
		bytes = await helpers.getBinaryDataBuffer(item, field as string);
	} catch {
		return { problem: `the file ${name} cannot be read any more. Add it to the item again` };
	}
	if (bytes.length > MAX_FILE_BYTES) return tooLarge;
	if (bytes.length === 0) return { problem: `the file ${name} is empty. ${advice}` };
	const text = fileText(bytes, (sample) => helpers.detectBinaryEncoding(Buffer.from(sample)));
	if ('problem' in text) return { problem: `the file ${name} ${text.problem}` };
	return { value: { name, text: text.value } };
}

/** Without fetching it, as far as n8n says it. */
async function sizeOf({ helpers }: IExecuteFunctions, file: IBinaryData): Promise<number> {
	if (file.id === undefined) return Buffer.byteLength(file.data, 'base64');
	return (await helpers.getBinaryMetadata(file.id)).fileSize;
}

/** Says what the item has instead, for the names that triggers give are seldom `data`. */
function missing(context: IExecuteFunctions, item: number, field: unknown): Reading<CardFile> {
	const names = Object.keys(context.getInputData()[item]?.binary ?? {});
	const named = typeof field === 'string' ? ` ${quoted(field)}` : '';
	const [first] = names;
	if (first === undefined) {
		return {
			problem: `the item has no file in the field${named}. Add one, e.g. with a node before that downloads it`,
		};
	}
	const others = names.slice(0, 5).map(shortened).join(', ');
	return {
		problem: `the item has no file in the field${named}. Write the name of one that it has: ${others}`,
	};
}
