/** The check-list: every row of `npm run verify`, in the order in which it is shown. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contentChecks } from './contentChecks';
import { licenceChecks } from './licenceChecks';
import { manifestChecks } from './manifestChecks';
import { projectChecks } from './projectChecks';
import { providerChecks } from './providerChecks';
import { scanChecks } from './scanChecks';
import type { Check } from './subject';
import { textChecks } from './textChecks';

const rows: readonly Check[] = [
	...scanChecks,
	...manifestChecks,
	...contentChecks,
	...providerChecks,
	...licenceChecks,
	...textChecks,
	...projectChecks,
];

/** The last row looks at the list itself, and so stands outside `rows`. */
export const checks: readonly Check[] = [
	...rows,
	{
		id: 'check-list',
		asks: 'the check-list in CONTRIBUTING.md names every row of this table',
		problems: ({ root }) => {
			const contributing = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
			return checks
				.filter(({ id }) => !contributing.includes(`\`${id}\``))
				.map(({ id }) => `${id} is missing`);
		},
	},
];
