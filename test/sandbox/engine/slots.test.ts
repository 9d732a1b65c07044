import { expect, it } from 'vitest';
import { Slots } from '../../../src/sandbox/engine/slots.ts';

const one = { key: 'k', max: 1 };
const two = { key: 'k', max: 2 };

/** `a` has the only slot, `b` and `c` wait for it. */
function fullKey(): Slots {
  const slots = new Slots();
  expect(slots.take('a', one)).toBe(true);
  expect(slots.take('b', one)).toBe(false);
  slots.wait('b', one, 10);
  slots.wait('c', one, 20);
  return slots;
}

it('the one that has waited longest is called when a slot is given back, and only one is', () => {
  const slots = fullKey();
  expect(slots.call('k')).toBeNull();
  slots.leave('a', one);
  expect(slots.call('k')).toBe('b');
  expect(slots.call('k')).toBeNull();
});

it('a slot is kept for the one that was called', () => {
  const slots = fullKey();
  slots.leave('a', one);
  expect(slots.call('k')).toBe('b');
  expect(slots.take('newcomer', one)).toBe(false);
  expect(slots.take('b', one)).toBe(true);
});

it('one that was called and leaves without its slot makes way for the next', () => {
  const slots = fullKey();
  slots.leave('a', one);
  expect(slots.call('k')).toBe('b');
  slots.leave('b', one);
  expect(slots.call('k')).toBe('c');
});

it('one that leaves while it waits is never called', () => {
  const slots = fullKey();
  slots.leave('b', one);
  slots.leave('a', one);
  expect(slots.call('k')).toBe('c');
});

it('each order is measured by its own limit', () => {
  const slots = fullKey();
  expect(slots.take('d', two)).toBe(true);
  slots.wait('e', two, 5);
  slots.leave('a', one);
  expect(slots.call('k')).toBe('e');
  slots.leave('d', two);
  slots.leave('e', two);
  expect(slots.call('k')).toBe('b');
});

it('what was said before a restart holds after it', () => {
  const slots = new Slots();
  slots.restore('a', 'k', 'called');
  slots.wait('b', one, 10);
  expect(slots.call('k')).toBeNull();
  expect(slots.take('a', one)).toBe(true);
  slots.leave('a', one);
  expect(slots.call('k')).toBe('b');
});

it('keys do not mind each other', () => {
  const slots = fullKey();
  expect(slots.take('x', { key: 'other', max: 1 })).toBe(true);
  slots.leave('x', { key: 'other', max: 1 });
  expect(slots.call('k')).toBeNull();
});
