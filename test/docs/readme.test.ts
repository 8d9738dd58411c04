/** The pages that people come to first lead somewhere. */
import { brokenLinks, doubledAnchors, innerLinks, readDocument } from './documents';

const pages = ['README.md', 'CONTRIBUTING.md', 'examples/README.md'];

describe.each(pages)('%s', (file) => {
	const page = readDocument(`../${file}`);

	it('links to files and headings that exist', () => {
		expect(innerLinks(page).length).toBeGreaterThan(0);
		expect(brokenLinks(page)).toEqual([]);
	});

	it('has headings of which no two have the same anchor', () => {
		expect(doubledAnchors(page)).toEqual([]);
	});
});
