import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShaded } from '../../../tests/support/shaded-plan.ts';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

/** The first and last day of each timing, by line. */
const days = (text: string) =>
  readShaded(text).lines.map(line => line.schedules.map(({ from, by }) => `${from} ${by}`));
const whys = (text: string) => readShaded(text).lines.map(line => line.schedules.map(({ why }) => why));

const timed = async (csv: string) => {
  const document = await openDocument(Buffer.from(csv), 'plan.csv');
  const { lines } = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
  return lines.map(line => line.schedules.map(({ phrase, from, by }) => [phrase, from, by]));
};

test('months that a timetable marks are the times of its lines, each run one', async () => {
  const csv =
    'Communications timetable 2025-26\n\nTask,Lead,Apr,May,Jun,Jul,Aug\nLeaflet,Revenues,,X,X,,\nSurvey,Insight team,✓,,,,yes\nNewsletter,Press office,,,,,\n';
  assert.deepEqual(await timed(csv), [
    [['May to June', '2025-05-01', '2025-06-30']],
    [
      ['April', '2025-04-01', '2025-04-30'],
      ['August', '2025-08-01', '2025-08-31'],
    ],
    [],
  ]);
});

test('months with their own years; words in a month’s cell are words', async () => {
  const csv = 'Task,Lead,Nov-25,Dec-25,Jan-26\nLeaflet,Revenues,,x,x\nPosters,Press office,draft,,\n';
  assert.deepEqual(await timed(csv), [[['December 2025 to January 2026', '2025-12-01', '2026-01-31']], []]);
});

const GANTT = `
Ashmere library plan 2025/26

Task | Lead | Apr | May | Jun | Jul | Aug
Leaflet | Revenues | | [blue] | [blue] | |
Survey | Insight team | [green] | | | | [green]
Radio | Press office | | Recording [blue]+ | | [blue]
Posters | Press office | | | | |`;

test('shaded cells mark as signs do, a merged one all that it covers, and the words in a bar stay where they stand', () => {
  assert.deepEqual(days(GANTT), [
    ['2025-05-01 2025-06-30'],
    ['2025-04-01 2025-04-30', '2025-08-01 2025-08-31'],
    ['2025-05-01 2025-06-30', '2025-08-01 2025-08-31'],
    [],
  ]);
  assert.deepEqual(whys(GANTT)[0], ['the cells under May to June are shaded']);
});

test('a time that the row prints itself stands, and what is shaded beside it is offered', () => {
  const [line] = readShaded(`
Plan

Task | Lead | When | Apr | May | Jun
Leaflet | Revenues | By June 2025 | | [blue] | [blue]
Survey | Insight team | Ongoing | [blue] | |`).lines;
  assert.deepEqual(
    line?.schedules.map(({ by }) => by),
    ['2025-06-30'],
  );
  assert.deepEqual(
    line?.suggestions.map(({ phrase, field, why }) => [phrase, field, why]),
    [['May to June', 'when', 'the cells under May to June are shaded']],
  );
});

for (const [name, rows] of Object.entries({
  'bands of rows': `Leaflet [band] | Revenues [band] | [band] | [band] | [band]
Survey | Insight team | | |
Posters [band] | Press office [band] | [band] | [band] | [band]
Radio | Press office | | |`,
  'bands over the months alone': `Leaflet | Revenues | [band] | [band] | [band]
Survey | Insight team | | |
Posters | Press office | [band] | [band] | [band]
Radio | Press office | | |`,
  'bands of columns': `Leaflet | Revenues | [band] | | [band]
Survey | Insight team | [band] | | [band]
Posters | Press office | [band] | | [band]`,
  'a holiday from top to bottom': `Leaflet | Revenues | | [grey] |
Survey | Insight team | | [grey] |
Posters | Press office | | [grey] |`,
  'a rating of each month': `Leaflet | Revenues | [green] | [amber] |
Survey | Insight team | [red] | [green] |
Posters | Press office | [green] | [green] |`,
  'rows that are painted whole': `Leaflet [green] | Revenues [green] | [green] | [green] | [green]
Survey | Insight team | | |
Posters [red] | Press office [red] | [red] | [red] | [red]`,
})) {
  test(`${name} mark nothing`, () => {
    assert.deepEqual(days(`Plan\n\nTask | Lead | Apr | May | Jun\n${rows}`).flat(), []);
  });
}

test('marks on bands and over a holiday are still seen', () => {
  assert.deepEqual(
    days(`
Plan 2025

Task | Lead | May | Jun | Jul
Leaflet [band] | Revenues [band] | [blue] | [band] | [grey]
Survey | Insight team | | [blue] | [grey]
Posters [band] | Press office [band] | [band] | [blue] | [blue]
Radio | Press office | | | [grey]
Web page [band] | Web team [band] | [blue] | [band] | [grey]
Blog | Web team | [blue] | | [grey]`),
    [
      ['2025-05-01 2025-05-31'],
      ['2025-06-01 2025-06-30'],
      ['2025-06-01 2025-07-31'],
      [],
      ['2025-05-01 2025-05-31'],
      ['2025-05-01 2025-05-31'],
    ],
  );
});

test('signs in plain cells say that the shading beside them is something else', () => {
  assert.deepEqual(
    days(`
Plan 2025

Task | Lead | May | Jun | Jul
Leaflet | Revenues | x | [grey] | [grey]
Survey | Insight team | | x | `),
    [['2025-05-01 2025-05-31'], ['2025-06-01 2025-06-30']],
  );
});

test('dates of meetings over what was said at each are no timetable, nor are states under days', () => {
  const reading = readShaded(`
Ashmere action list 2025

Action | Owner | 3 March 2025 | 7 April 2025 | 12 May 2025
Leaflet | Press Officer | Draft with printers | Proof agreed | Sent to all homes
Survey | Insight Team | Ongoing | Closed early | Report due`);
  assert.deepEqual(
    reading.lines
      .flatMap(({ schedules, suggestions }) => [...schedules, ...suggestions])
      .filter(one => one.why),
    [],
  );
  assert.deepEqual(
    days(`
Ashmere launch 2025

Task | Lead | Mon 3 March | Tue 4 March | Wed 5 March
Leaflet | Press Officer | Done | In progress |
Survey | Insight Team | | Opens | 12`),
    [[], ['2025-03-04 2025-03-04']],
  );
});

test('a row of dates on a page of its own is no heading', () => {
  const { lines } = readShaded(`
Ashmere plan 2025

Task | Lead | Start | Finish | Review
Leaflet | Press Officer | 3 March 2025 | 7 April 2025 | 12 May 2025

Survey | Insight Team | 4 March 2025 | 8 April 2025 | 13 May 2025`);
  assert.deepEqual(
    lines.map(({ what }) => what),
    ['Leaflet', 'Survey'],
  );
});

test('a task that nothing but shading tells more of is a line; a phase that is painted whole is a title', () => {
  const lines = readShaded(`
Ashmere festival plan 2025

Task | Lead | Apr | May | Jun
Getting ready [grey] | [grey] | [grey] | [grey] | [grey]
Book artists | Jo Marsh | [blue] | |
Festival poster | | [blue] | [blue] |
Sell tickets | Box Office | | [blue] | [blue]`).lines;
  assert.deepEqual(
    lines.map(({ section, what }) => `${section}: ${what}`),
    ['Getting ready: Book artists', 'Getting ready: Festival poster', 'Getting ready: Sell tickets'],
  );
});

test('tasks and shaded months and nothing else are a plan; months of figures are none', () => {
  assert.deepEqual(
    days(`
Ashmere fair

Task | Apr | May | Jun
Book the square | [blue] | |
Tell the neighbours | | [blue] | [blue]
Hold the fair | | | [blue]`),
    [['2025-04-01 2025-04-30'], ['2025-05-01 2025-06-30'], ['2025-06-01 2025-06-30']],
  );
  assert.deepEqual(
    days(`
Ashmere figures

Activity | Apr | May | Jun
Visits | 120 | 140 | 99
Calls | 12 | 8 | 7`),
    [],
  );
});
