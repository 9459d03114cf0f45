import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyEntries } from './history-entries.ts';

const at = Temporal.Instant.from('2026-11-22T10:00:00Z');
const entry = (action: string, changes: [string, string | null, string | null][]) => ({
  number: 1,
  at,
  actor: 'Una Petrie',
  action,
  changes: changes.map(([field, before, after]) => ({ field, before, after })),
});
const words = (...entries: ReturnType<typeof entry>[]) =>
  historyEntries(entries).map(one => (one as { words: string }).words);

test('the lines that an edition touched are told in one sentence, and what else it changed beside', () => {
  const edition = entry('took in the edition 2027.docx', [
    ['lines new', null, '1'],
    ['lines changed', null, '1200'],
    ['dated', '2026', '2027'],
  ]);
  assert.deepEqual(words(edition), [
    'took in the edition 2027.docx: 1 line new, 1,200 lines changed',
    'took in the edition 2027.docx: dated',
  ]);
});

test('other deeds have a row for each field, and one where nothing but the deed is kept', () => {
  assert.deepEqual(words(entry('changed', [['title', 'A', 'B']]), entry('removed', [])), [
    'changed: title',
    'removed',
  ]);
});
