import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS, type Field } from '../../../../reading/reading.ts';
import { timingFacts } from '../read-again.ts';
import { readUnder } from './dated-anew.ts';

const today = Temporal.PlainDate.from('2025-04-08');
const under = (dated: string | null, period?: [string, string]) =>
  timingFacts({ dated, periodFrom: period?.[0] ?? null, periodTo: period?.[1] ?? null }, { today });
const words = (said: Partial<Record<Field, string>>) =>
  Object.fromEntries(FIELDS.map(field => [field, said[field] ?? ''])) as Record<Field, string>;
const by = (phrase: string, day: string) => ({ phrase, kind: 'dated' as const, by: day });
const nothing = { schedules: [], suggestions: [], doubts: [] };

const toNext = readUnder(under('2025-04'), under('2026-04'));

test('a date without a year is of the year that the plan is of now', () => {
  const owned = { field: 'owner', reason: 'No owner is named.' };
  const line = { ...words({ when: 'by 30 June' }), ...nothing, schedules: [by('by 30 June', '2025-06-30')] };
  const read = toNext({ ...line, doubts: [owned] });
  assert.equal(read?.schedules[0]?.by, '2026-06-30');
  assert.deepEqual(read?.doubts, [owned]);
});

test('a period places it better than the year in which that begins', () => {
  const read = readUnder(under('2025-04', ['2025', '2026']), under('2026-04', ['2026', '2027']));
  const line = { ...words({ when: 'by 31 January' }), ...nothing };
  const found = read({ ...line, schedules: [by('by 31 January', '2026-01-31')] });
  assert.equal(found?.schedules[0]?.by, '2027-01-31');
});

test('a date with its year, and a time that comes again, are as they were', () => {
  const dated = { ...words({ when: '30 June 2025' }), ...nothing };
  assert.equal(toNext({ ...dated, schedules: [by('30 June 2025', '2025-06-30')] }), undefined);
  const again = { phrase: 'Monthly', kind: 'recurring' as const, rule: 'FREQ=MONTHLY' };
  assert.equal(toNext({ ...words({ when: 'Monthly' }), ...nothing, schedules: [again] }), undefined);
});

test('what a person put right stays: another day, words that they said, no timing at all', () => {
  const line = { ...words({ when: 'by 30 June' }), ...nothing };
  assert.equal(toNext({ ...line, schedules: [by('by 30 June', '2025-07-31')] }), undefined);
  const said = { ...by('by 30 June', '2025-06-30'), meant: 'by 30 June 2025' };
  assert.equal(toNext({ ...line, schedules: [said] }), undefined);
  assert.equal(toNext(line), undefined);
});

test('times that hide in other cells move likewise', () => {
  const suggestions = [{ ...by('by 30 June', '2025-06-30'), field: 'comments' as const }];
  const line = { ...words({ comments: 'Report by 30 June to the panel.' }), ...nothing, suggestions };
  assert.deepEqual(
    toNext(line)?.suggestions.map(one => [one.field, one.by]),
    [['comments', '2026-06-30']],
  );
});
