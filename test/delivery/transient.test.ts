/** What is over is neither found nor kept. */
import { Transient } from '../../nodes/WhatsAppContacts/delivery/transient';

test('what is over is not found, and cleared away when another key comes', () => {
	const over = new Set<string>();
	const kept = new Transient<string>((value) => over.has(value));
	kept.set('a', 'first');
	kept.set('b', 'second');
	expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['first', 'second', undefined]);
	over.add('first');
	expect([kept.get('a'), kept.get('b'), kept.size]).toEqual([undefined, 'second', 2]);
	kept.set('b', 'third');
	expect(kept.size).toBe(2);
	kept.set('c', 'fourth');
	expect([kept.size, kept.get('b'), kept.get('c')]).toEqual([2, 'third', 'fourth']);
});
