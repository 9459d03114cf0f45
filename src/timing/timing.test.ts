import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { FACTS } from '../../tests/support/timings.ts';
import { findTimings } from './find.ts';
import { nextDates } from './next.ts';
import { readTimings } from './read.ts';
import type { Schedule } from './schedule.ts';
import { inWords } from './words.ts';

const SHARED = new URL('../../../shared/import/timing.tsv', import.meta.url);

type Truth = Record<'kind' | 'rule' | 'from' | 'by', string[]>;

/** An empty column is not judged, and `from` only where the reading gives one. */
function agrees(found: Schedule, truth: Truth): boolean {
  const accepts = (key: keyof Truth) => truth[key].includes('') || truth[key].includes(found[key] ?? '');
  if (!accepts('kind')) return false;
  if (found.kind === 'recurring') return accepts('rule');
  return found.kind !== 'dated' || (accepts('by') && (!found.from || accepts('from')));
}

test('every phrase of the shared table', {
  skip: !existsSync(SHARED) && 'the shared table is not here',
}, () => {
  const [, ...rows] = readFileSync(SHARED, 'utf8').trimEnd().split('\n');
  for (const row of rows) {
    const [phrase = '', ...columns] = row.replace('\r', '').split('\t');
    const [kind = [''], rule = [''], from = [''], by = ['']] = columns.map(column => column.split('|'));
    const found = readTimings(phrase, FACTS);
    assert.equal(found.length, 1, phrase);
    assert.ok(found[0] && agrees(found[0], { kind, rule, from, by }), `${phrase}: ${JSON.stringify(found)}`);
  }
});

const WORDS =
  'weekly monthly quarterly annually daily every each other first last second Monday Friday May March June week month quarter year term by before after within until from to and or of the in on at end mid early late w/c Q1 Q4 2025 2025/26 12 31 30/6/2025 28 days hours launch council meeting TBC ongoing as required summer winter once twice times a per 9 1st - – / , ; ( ) . \n half bi working no later than half-term 24/7 & + Jan-22 Feb 29 next'.split(
    ' ',
  );

const cells = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }).map(words => words.join(' ')),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map(n => Temporal.PlainDate.from('2000-01-01').add({ days: n }));
const facts = fc.record(
  { today: days, documentYear: fc.integer({ min: 1990, max: 2060 }) },
  { requiredKeys: ['today'] },
);

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

function isSound(schedule: Schedule, text: string): void {
  assert.ok(squeezed(text).includes(squeezed(schedule.phrase)), 'the phrase is printed in the cell');
  const { from, by, rule } = schedule;
  for (const date of [from, by]) if (date) assert.equal(Temporal.PlainDate.from(date).toString(), date);
  if (from && by && schedule.kind === 'dated') assert.ok(from <= by, `${from} is not after ${by}`);
  const dtstart = Temporal.ZonedDateTime.from('2025-04-01T12:00[Europe/London]');
  if (rule) assert.ok(new RRuleTemporal({ rruleString: rule, dtstart }).next());
  assert.ok(inWords(schedule).length > 0);
}

test('any cell gives sound schedules, whatever it holds', () => {
  fc.assert(
    fc.property(cells, facts, (cell, known) => {
      for (const schedule of readTimings(cell, known)) isSound(schedule, cell);
      for (const schedule of findTimings(cell, known)) isSound(schedule, cell);
    }),
    { numRuns: 400 },
  );
});

test('the next dates are in order, in number, and not over', () => {
  fc.assert(
    fc.property(cells, facts, fc.integer({ min: 0, max: 4 }), (cell, known, count) => {
      for (const schedule of readTimings(cell, known)) {
        const found = nextDates(schedule, known, count);
        assert.ok(found.length <= count);
        for (const { from, by } of found)
          assert.ok(from <= by && by >= known.today.toString(), `${from} ${by}`);
        assert.deepEqual(
          found.toSorted((a, b) => a.by.localeCompare(b.by)),
          found,
        );
      }
    }),
    { numRuns: 300 },
  );
});
