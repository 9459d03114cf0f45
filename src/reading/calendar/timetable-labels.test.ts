import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShaded } from '../../../tests/support/shaded-plan.ts';

/** The first and last day of each timing, by line. */
const days = (text: string) =>
  readShaded(text).lines.map(line => line.schedules.map(({ from, by }) => `${from} ${by}`));
const whys = (text: string) => readShaded(text).lines.map(line => line.schedules.map(({ why }) => why));

test('quarters, weeks and days; months may stand in a row over them', () => {
  assert.deepEqual(
    days(`
Plan

Task | Lead | Q1 2025/26 | Q2 2025/26 | Q3 2025/26
Leaflet | Revenues | | [blue] | [blue]
Survey | Insight team | [blue] | |`),
    [['2025-07-01 2025-12-31'], ['2025-04-01 2025-06-30']],
  );
  assert.deepEqual(
    days(`
Plan

Task | Lead | w/c 3 March 2025 | w/c 10 March 2025 | w/c 17 March 2025
Leaflet | Revenues | Print | [blue] | [blue]
Survey | Insight team | | x |`),
    [['2025-03-03 2025-03-09', '2025-03-10 2025-03-23'], ['2025-03-10 2025-03-16']],
  );
});

const MARCH = `
Ashmere social media calendar

 | | March 2025 +++++ | | |
Task | Lead | 3 | 4 | 5 | 6 | 7 | 10
Launch | Press office | | [green] | | | |
Survey | Insight team | x | | | | x | x
Film | Web team | | Premiere | | | |`;

test('days under their month are marked by a sign, a word or shading', () => {
  assert.deepEqual(days(MARCH), [
    ['2025-03-04 2025-03-04'],
    ['2025-03-03 2025-03-03', '2025-03-07 2025-03-10'],
    ['2025-03-04 2025-03-04'],
  ]);
  assert.deepEqual(whys(MARCH)[2], ['“Premiere” stands under 4 March 2025']);
});

test('weeks under months, months under years, and months by their first letters', () => {
  assert.deepEqual(
    days(`
Ashmere plan

Activity | Lead | March 2025 ++ | April 2025 ++
 | | 10 | 17 | 24 | 31 | 7 | 14
Leaflet | Press Officer | [blue] | [blue] | | | |
Survey | Insight Team | | | | [green] | [green] |`),
    [['2025-03-10 2025-03-23'], ['2025-03-31 2025-04-13']],
  );
  assert.deepEqual(
    days(`
Ashmere plan

 | | 2025 ++ | 2026 ++
Task | Lead | Oct | Nov | Dec | Jan | Feb | Mar
Leaflet | Press Officer | | [blue] | [blue] | [blue] | |
Survey | Insight Team | [blue] | | | | | [blue]`),
    [['2025-11-01 2026-01-31'], ['2025-10-01 2025-10-31', '2026-03-01 2026-03-31']],
  );
  assert.deepEqual(
    days(`
Ashmere plan 2025/26

Task | Lead | A | M | J | J | A | S | O | N | D | J | F | M
Leaflet | Press Officer | | [blue] | [blue] | | | | | | | | |
Survey | Insight Team | | | | | | | | | | [blue] | |`),
    [['2025-05-01 2025-06-30'], ['2026-01-01 2026-01-31']],
  );
});

test('a title over the table, or the document’s, names the month of its days', () => {
  const table = `Task | Lead | 3 | 4 | 5 | 6 | 7
Launch | Press office | | [green] | | |
Survey | Insight team | x | | | |`;
  const expected = [['2025-03-04 2025-03-04'], ['2025-03-03 2025-03-03']];
  assert.deepEqual(days(`Ashmere posts\n\nMarch 2025\n\n${table}`), expected);
  assert.deepEqual(days(`Ashmere social media calendar March 2025\n\n${table}`), expected);
  assert.deepEqual(days(`Ashmere posts\n\nUpdated 3 March 2025\n\n${table}`), [[], []]);
});

test('days that are printed whole, and weeks that nobody dates', () => {
  assert.deepEqual(
    days(`
Plan

Task | Lead | Mon 3 Mar 2025 | Tue 4 Mar 2025 | Wed 5 Mar 2025
Leaflet | Revenues | | [blue] | [blue]
Survey | Insight team | x | |`),
    [['2025-03-04 2025-03-05'], ['2025-03-03 2025-03-03']],
  );
  const [line] = readShaded(`
Plan

Task | Lead | Week 1 | Week 2 | Week 3
Leaflet | Revenues | | [blue] | [blue]
Survey | Insight team | x | |`).lines;
  assert.deepEqual(
    line?.schedules.map(({ phrase, kind }) => [phrase, kind]),
    [['Week 2 to Week 3', 'undetermined']],
  );
});
