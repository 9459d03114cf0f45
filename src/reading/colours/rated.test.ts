import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShaded } from '../../../tests/support/shaded-plan.ts';

const states = (text: string) => readShaded(text).lines.map(({ state }) => state);
const doubts = (text: string) =>
  readShaded(text).lines.map(line =>
    line.doubts.filter(({ field }) => field === 'state').map(({ reason }) => reason),
  );

const PLAN = `
Ashmere library plan

Task | Lead | Due | RAG
Leaflet | Revenues | June 2025 | [green]
Survey | Insight team | July 2025 | [amber]
Posters | Press office | May 2025 | [red]
Radio | Press office | May 2025 |
`;

test('a shaded cell says what the plan’s own key says of its colour', () => {
  const key = '\nKey: Green - complete; Amber - in progress; Red - not started';
  assert.deepEqual(states(PLAN + key), ['complete', 'in-progress', 'not-started', 'unknown']);
  const [line] = readShaded(PLAN + key).lines;
  assert.deepEqual(line?.stateFrom, {
    field: 'status',
    phrase: 'shaded green',
    shaded: true,
    why: 'the cell is shaded green and holds no words; the plan’s own key says what that stands for',
  });
  assert.equal(line?.status, undefined);
});

for (const [name, key] of Object.entries({
  'a table of colours without words': '[green] | Completed\n[amber] | In progress\n[red] | Not started',
  'words on their colours': 'Key | Completed [green] | In progress [amber] | Not started [red]',
  'a table of colours in words':
    'Colour | Meaning\nGreen | Completed\nAmber | In progress\nRed | Not started',
})) {
  test(`a key may be ${name}`, () => {
    assert.deepEqual(states(`${PLAN}\n${key}`), ['complete', 'in-progress', 'not-started', 'unknown']);
  });
}

test('two greens that mean two things are told apart by the colour itself', () => {
  const key = '[green] | Completed\n[lime] | On track\n[red] | Not started';
  assert.deepEqual(
    states(`
Task | Lead | Due | Status
Leaflet | Revenues | June 2025 | [green]
Survey | Insight team | July 2025 | [lime]

${key}`),
    ['complete', 'in-progress'],
  );
});

test('without a key a colour says how things go and not how far they are, and a person is asked', () => {
  assert.deepEqual(states(PLAN), ['unknown', 'unknown', 'unknown', 'unknown']);
  assert.deepEqual(doubts(PLAN)[0], [
    'the cell is shaded green, which says how it goes; is it done, in progress or not started?',
  ]);
  assert.deepEqual(doubts(PLAN)[3], []);
});

const KEY = '\n\nKey: Green - complete; Amber - in progress; Red - not started';

test('words in the column of states win, and a colour that denies them is a doubt', () => {
  const plan = `
Task | Lead | Due | Status
Leaflet | Revenues | June 2025 | Not started [green]
Survey | Insight team | July 2025 | In progress [amber]
Posters | Press office | May 2025 | Red [green]
Radio | Press office | May 2025 | [red]${KEY}`;
  assert.deepEqual(states(plan), ['not-started', 'in-progress', 'not-started', 'not-started']);
  assert.deepEqual(doubts(plan), [
    ['the cell says “Not started” and is shaded green: which is true?'],
    [],
    ['the cell says “Red” and is shaded green: which is true?'],
    [],
  ]);
});

test('a last column without a heading rates where it holds nothing but colours', () => {
  const rows = 'Leaflet | Revenues | June 2025 | [green]\nSurvey | Insight team | July 2025 | [red]';
  const more = 'Posters | Press office | May 2025 | [green]';
  assert.deepEqual(states(`Task | Lead | Due |\n${rows}\n${more}${KEY}`), [
    'complete',
    'not-started',
    'complete',
  ]);
  assert.deepEqual(
    states(`Task | Lead | Due |\n${rows}\nPosters | Press office | May 2025 |  see note${KEY}`),
    ['unknown', 'unknown', 'unknown'],
  );
});

for (const [name, rows] of Object.entries({
  'rows painted whole': `Leaflet [green] | Revenues [green] | June 2025 [green] | [green]
Survey [red] | Insight team [red] | July 2025 [red] | [red]`,
  bands: `Leaflet [band] | Revenues [band] | June 2025 [band] | [band]
Survey | Insight team | July 2025 |`,
  'a pale column': `Leaflet | Revenues | June 2025 | [mint]
Survey | Insight team | July 2025 | [mint]`,
  'grey alone': `Leaflet | Revenues | June 2025 | [grey]
Survey | Insight team | July 2025 |`,
})) {
  test(`${name} rate nothing`, () => {
    const plan = `Task | Lead | Due | Status\n${rows}`;
    assert.deepEqual(states(plan + KEY), ['unknown', 'unknown']);
    assert.deepEqual(doubts(plan).flat(), []);
  });
}

test('of a rating for each quarter the last that is shaded counts', () => {
  assert.deepEqual(
    states(`
Task | Lead | Due | Q1 RAG | Q2 RAG | Q3 RAG
Leaflet | Revenues | June 2025 | [red] | [green] |
Survey | Insight team | July 2025 | [red] | [red] | [amber]${KEY}`),
    ['complete', 'in-progress'],
  );
});
