import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHIPPED } from '../../../timing/working/bank-holidays.ts';
import type { WorkingCalendar } from '../../../timing/working/working.ts';
import { USUAL_SETTINGS } from '../settings.ts';
import { latestPutOff, mayPutOff } from './putting-off.ts';
import { namedRecords } from './written.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar: WorkingCalendar = {
  division: 'england-and-wales',
  office: [],
  zone: 'Europe/London',
  closed: [],
  holidays: SHIPPED,
};
const today = day('2025-12-17');
const may = (until: string, snoozes = 0) =>
  mayPutOff({ snoozes, until: day(until) }, today, { settings: USUAL_SETTINGS, calendar });

test('a request is put off by ten working days at the most, over Christmas by more', () => {
  assert.equal(latestPutOff(today, calendar).toString(), '2026-01-05');
  assert.equal(may('2026-01-05'), undefined);
  assert.equal(may('2026-01-06'), 'too-late');
});

test('it is put off to a later day, and so often', () => {
  assert.equal(may('2025-12-17'), 'not-later');
  assert.equal(may('2025-12-18', USUAL_SETTINGS.snoozes), 'too-often');
});

test('a message names some records, counts the others, and names none that is marked', () => {
  const record = (title: string, more = {}) => ({ title, sensitive: false, gone: false, ...more });
  const many = Array.from({ length: 10 }, (_, n) => record(`Line ${n}`));
  const said = namedRecords([
    ...many,
    record('Whispered', { sensitive: true }),
    record('Gone', { gone: true }),
  ]);
  assert.deepEqual([said.titles.length, said.more, said.kept], [8, 2, 1]);
  assert.ok(!said.titles.includes('Whispered'));
});
