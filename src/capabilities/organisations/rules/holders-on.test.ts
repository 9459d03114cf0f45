import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdersOn } from './holders-on.ts';

const day = (text: string | null) => (text ? Temporal.PlainDate.from(text) : null);
const held = (role: string, name: string, from: string | null, until: string | null) => ({
  ...{ role, name, startsOn: day(from), endsOn: day(until) },
});
const HOLDERS = [
  held('Chair', 'Ann Reed', null, '2025-03-31'),
  held('chair', 'Bo Fenn', '2025-06-01', '2025-09-30'),
  held('Chair', 'Cy Marl', '2025-09-15', null),
  held('Vice-chair', 'Di Sedge', '2025-01-01', null),
];

const on = (date: string) => {
  const { now, toCome, past, vacant } = holdersOn(HOLDERS, ['Chair', 'Clerk'], Temporal.PlainDate.from(date));
  const names = (some: { name: string }[]) => some.map(({ name }) => name);
  return {
    ...{ now: names(now), toCome: names(toCome), past: names(past) },
    vacant: vacant.map(({ role, since }) => `${role} ${since ?? 'never held'}`),
  };
};

test('a gap between two chairs is vacant from the day after the last; a vice-chair does not fill it', () => {
  assert.deepEqual(on('2025-04-15'), {
    now: ['Di Sedge'],
    toCome: ['Bo Fenn', 'Cy Marl'],
    past: ['Ann Reed'],
    vacant: ['Chair 2025-04-01', 'Clerk never held'],
  });
});

test('first and last days count, and two who overlap hold it both', () => {
  assert.deepEqual(on('2025-03-31').now, ['Ann Reed', 'Di Sedge']);
  assert.deepEqual(on('2025-06-01').now, ['Bo Fenn', 'Di Sedge']);
  const both = on('2025-09-20');
  assert.deepEqual([both.now, both.vacant], [['Bo Fenn', 'Cy Marl', 'Di Sedge'], ['Clerk never held']]);
  assert.deepEqual(on('2025-10-01').past, ['Bo Fenn', 'Ann Reed']);
});
