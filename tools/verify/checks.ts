/** The check-list: every row of `npm run verify`, in the order in which it is shown. */
import { contentChecks } from './contentChecks';
import { houseChecks } from './houseChecks';
import { licenceChecks } from './licenceChecks';
import { manifestChecks } from './manifestChecks';
import { projectChecks } from './projectChecks';
import { providerChecks } from './providerChecks';
import { scanChecks } from './scanChecks';
import type { Check } from './subject';
import { textChecks } from './textChecks';
import { versionChecks } from './versionChecks';

export const checks: readonly Check[] = [
	...scanChecks,
	...manifestChecks,
	...contentChecks,
	...providerChecks,
	...licenceChecks,
	...textChecks,
	...versionChecks,
	...projectChecks,
	...houseChecks,
];

/** What n8n asks beside these, and where it is looked at. */
export const elsewhere: ReadonlyArray<readonly [asks: string, where: string]> = [
	['errors say what happened and what to do; n items in, n paired items out', 'npm test'],
	['who imports whom, and nobody in a circle', 'npm test'],
	[
		'it works in n8n 1.x and 2.x, in queue mode, as an AI tool, and its Test buttons test',
		'npm run test:e2e',
	],
	[
		'the published version has provenance',
		"after publishing: npm audit signatures, n8n's scan by name",
	],
	['one service per package', 'NOT KEPT: docs/decisions.md, 1'],
	["not a copy of another node, built with n8n's node tool", 'by hand: docs/decisions.md, 19'],
];
