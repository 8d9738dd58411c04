/** What hangs on an item: its outcomes by run and place, and its names. */
import { Memory } from '../../nodes/WhatsAppContacts/delivery/memory';

test('an outcome is found by its item, run and place alone', () => {
	const memory = new Memory<string>();
	const [item, other] = [{}, {}];
	const notes = memory.notes(item, 'run 1');
	expect(notes.get('0')).toBeUndefined();
	notes.set('0', 'accepted');
	notes.set('0.1', 'in doubt');
	memory.notes(item, 'run 2').set('0', 'of another run');
	expect(memory.notes(item, 'run 1').get('0')).toBe('accepted');
	expect(memory.notes(item, 'run 1').get('0.1')).toBe('in doubt');
	expect(memory.notes(other, 'run 1').get('0')).toBeUndefined();
	notes.set('0', 'accepted later');
	expect(notes.get('0')).toBe('accepted later');
});

test('what is deleted is gone, and nothing beside it', () => {
	const memory = new Memory<string>();
	const item = {};
	const notes = memory.notes(item, 'run');
	notes.delete('0');
	notes.set('0', 'a');
	notes.set('1', 'b');
	notes.delete('0');
	expect([notes.get('0'), notes.get('1')]).toEqual([undefined, 'b']);
});

test('a name is the same for an item in a run, and unlike all others of the process', () => {
	const memory = new Memory<string>();
	const [item, other] = [{}, {}];
	const names = [
		memory.name(item, 'run 1'),
		memory.name(item, 'run 2'),
		memory.name(other, 'run 1'),
		new Memory<string>().name(item, 'run 1'),
	];
	expect(new Set(names).size).toBe(4);
	expect(memory.name(item, 'run 1')).toBe(names[0]);
	expect(memory.name(item, 'run 2')).toBe(names[1]);
	expect(memory.name(other, 'run 1')).toBe(names[2]);
});
