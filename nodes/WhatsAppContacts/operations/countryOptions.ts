/** The countries whose national numbers can be read, named for the editor. */
import type { INodePropertyOptions } from 'n8n-workflow';
import { countries } from '../domain/numbers/phone';

const names = new Intl.DisplayNames(['en'], { type: 'region' });

export const countryOptions: INodePropertyOptions[] = countries
	.map((code) => ({ name: names.of(code) ?? code, value: code }))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));
