import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from '../plan.ts';
import { withTimesMarked, withTimesTold } from './times-told.ts';

const own = (name: string): Column => ({ headings: [name], meaning: 'other', name });
const columns: Column[] = [
  { headings: ['Task'], meaning: 'what' },
  ...['Apr', 'May', 'Jun', 'Jul'].map(own),
  { headings: ['When'], meaning: 'when' },
];
const told = (
  phrases: string[],
  { when = '', other = {} }: { when?: string; other?: Record<string, string> } = {},
) => {
  const line = { when, other, schedules: phrases.map(phrase => ({ phrase })) };
  const { schedules: _same, ...rest } = withTimesTold(line, { title: '', columns });
  return rest;
};

test('a time that only shading told stands as signs in the columns it goes over', () => {
  assert.deepEqual(told(['April to May', 'July']), { when: '', other: { Apr: '●', May: '●', Jul: '●' } });
});

test('signs that stand there are told already', () => {
  assert.deepEqual(told(['April to May'], { other: { Apr: 'x', May: 'x' } }), {
    when: '',
    other: { Apr: 'x', May: 'x' },
  });
});

test('where a word is in the way of one time it is kept, and all stand under When', () => {
  assert.deepEqual(told(['May to June', 'July'], { other: { May: 'Launch' } }), {
    when: 'May to June; July',
    other: { May: 'Launch' },
  });
});

test('a time that the cell under When says, or that no column tells of, changes nothing', () => {
  assert.deepEqual(told(['June'], { when: 'By June' }), { when: 'By June', other: {} });
  assert.deepEqual(told(['As soon as agreed']), { when: '', other: {} });
});

test('what a table without months prints stays as it is', () => {
  const line = { when: '', other: {}, schedules: [{ phrase: 'May' }] };
  const table: Column[] = [{ headings: ['Task'], meaning: 'what' }, own('May')];
  assert.deepEqual(withTimesTold(line, { title: '', columns: table }), line);
});

test('a list shows the signs beside a word', () => {
  const line = { other: { May: 'Launch' }, schedules: [{ phrase: 'May to June' }] };
  assert.deepEqual(withTimesMarked(line, { title: '', columns }).other, { May: 'Launch', Jun: '●' });
});
