/** The reports as a table for people. */
import type { IDataObject } from 'n8n-workflow';
import type { Report } from './report';

const headings = ['workflow', 'item', 'chat', 'result', 'details'];

/** A line for each item; a workflow that failed has one too, or it would be missed. */
export function table(reports: readonly Report[]): string {
	const rows = reports.flatMap((report) =>
		report.items.length > 0
			? report.items.map(({ json }, index) => [
					index === 0 ? report.workflow : '',
					String(index),
					...cells(json),
				])
			: [[report.workflow, '', '', 'failed', report.error ?? 'no items']],
	);
	const widths = headings.map((heading, column) =>
		Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd();
	return [headings, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

function cells(json: IDataObject): string[] {
	if (json.error !== undefined) {
		const { code = '', message = '' } = json.error as { code?: string; message?: string };
		return ['', code, message];
	}
	const chat = String(json.chatId ?? '');
	if (json.operation === 'sendContact') {
		const contacts = Array.isArray(json.contacts) ? json.contacts : [];
		const names = contacts.map((contact) => (contact as { fullName: string }).fullName);
		return [chat, String(json.status), `${names.join(', ')} (${String(json.messageId)})`];
	}
	if (json.operation === 'readReceivedCards') {
		const { fullName, phone } = json.contact as { fullName: string; phone: string };
		return [chat, 'received', `${fullName}, ${phone}`];
	}
	const exists = { true: 'on WhatsApp', false: 'not on WhatsApp', null: 'found' }[
		String(json.exists)
	];
	const said = [json.name, json.about, json.category, json.email].filter(Boolean).join(', ');
	return [chat, exists ?? 'raw', said];
}
