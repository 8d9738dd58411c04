/** The operations that ask a gateway; Read Received Cards asks none and is run by itself. */
import { checkNumber } from './checkNumber';
import { getContactInfo } from './getContactInfo';
import { sendContact } from './sendContact';

export const operations = { checkNumber, getContactInfo, sendContact };

export type OperationId = keyof typeof operations;

/** Own keys only: a hand-edited workflow may say `constructor`. */
export function isOperationId(value: unknown): value is OperationId {
	return typeof value === 'string' && Object.hasOwn(operations, value);
}
