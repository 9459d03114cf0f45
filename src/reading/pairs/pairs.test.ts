import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineWith, timings } from '../../../tests/support/line-of-cells.ts';
import type { Field, ReadLine } from '../reading.ts';
import { disagreements } from './disagreements.ts';

/** "how: Panel → Quarterly", for each pair. */
const pairs = (cells: Partial<Record<Field, string>>): string[] => {
  const line = lineWith(cells);
  return (line.pairs ?? []).map(({ field, text, schedule = -1, suggestion = -1 }) => {
    const timing = line.schedules[schedule] ?? line.suggestions[suggestion];
    return `${field}: ${text} → ${timing?.phrase}`;
  });
};

const doubts = (cells: Partial<Record<Field, string>>, more: Partial<ReadLine> = {}): string[] =>
  disagreements(lineWith(cells, more), timings, field => `“${field}”`).map(({ reason }) => reason);

const TWO = ['how: Ward panel → Quarterly', 'how: Newsletter → Monthly'];

test('as many lines, bullets, numbers or semicolons as timings are offered in their order', () => {
  for (const how of [
    'Ward panel\nNewsletter',
    '• Ward panel\n• Newsletter',
    '1. Ward panel 2. Newsletter',
    'Ward panel; Newsletter',
    'a) Ward panel b) Newsletter',
  ])
    assert.deepEqual(pairs({ when: 'Quarterly\nMonthly', how }), TWO, how);
});

test('commas part a list of names', () => {
  assert.deepEqual(
    pairs({ when: 'weekly, monthly and quarterly', how: 'Website, e-bulletin and magazine' }),
    ['how: Website → weekly', 'how: e-bulletin → monthly', 'how: magazine → quarterly'],
  );
});

test('where nothing parts them, sentences and capitals do', () => {
  assert.deepEqual(
    pairs({
      when: 'Monthly As required',
      what: 'Tell residents what is planned in their street Ward members should be warned of closures',
      how: 'Card through each door. Call from the duty officer',
    }),
    [
      'what: Tell residents what is planned in their street → Monthly',
      'what: Ward members should be warned of closures → As required',
      'how: Card through each door. → Monthly',
      'how: Call from the duty officer → As required',
    ],
  );
  assert.deepEqual(
    pairs({
      when: 'Quarterly Weekly Daily As required',
      how: 'Harbour User Panels Market Stall/Coffee mornings Posts by the harbour office. Leaflet drops',
    }),
    [
      'how: Harbour User Panels → Quarterly',
      'how: Market Stall/Coffee mornings → Weekly',
      'how: Posts by the harbour office. → Daily',
      'how: Leaflet drops → As required',
    ],
  );
});

test('a name beside a time counts for more than the order', () => {
  assert.deepEqual(
    pairs({
      when: 'Intranet: weekly; newsletter – monthly',
      how: '• Newsletter to all homes\n• Intranet page',
    }),
    [
      'how: Intranet page → Intranet: weekly',
      'how: Newsletter to all homes → newsletter – monthly',
      'when: Intranet → Intranet: weekly',
      'when: newsletter → newsletter – monthly',
    ],
  );
});

test('times that stand in the parts of another cell go with those parts', () => {
  assert.deepEqual(pairs({ how: 'Newsletter – monthly; intranet – weekly' }), [
    'how: Newsletter – monthly → monthly',
    'how: intranet – weekly → weekly',
  ]);
});

test('nothing is offered for one timing, for other numbers, or within a name', () => {
  assert.deepEqual(pairs({ when: 'Quarterly', how: 'Panel; Newsletter' }), []);
  assert.deepEqual(pairs({ when: 'Quarterly\nMonthly', how: 'Panel; Newsletter; Website' }), []);
  assert.deepEqual(pairs({ when: 'Quarterly\nMonthly', how: 'Via the Press Office', audience: 'All' }), []);
});

test('two cells that name different times are doubted with both readings', () => {
  assert.deepEqual(doubts({ when: 'Quarterly', what: 'Publish monthly newsletter' }), [
    '“Quarterly” under “when” (once in each quarter), but “monthly newsletter” under “what” (once in each month): which is true, or are they two things?',
  ]);
  assert.match(
    doubts({ when: 'June 2025', comments: 'Moved, now by 30 September 2025' }).join(),
    /^“June 2025” under “when” \(in June 2025\), but “by 30 September 2025” under “comments”/,
  );
  assert.deepEqual(doubts({ when: 'June 2025', comments: 'Moved, now by 15 June 2025' }), []);
  assert.deepEqual(doubts({ when: 'Weekly', what: 'Post every Friday' }), []);
});

test('done, and still to begin', () => {
  const complete = { state: 'complete', stateFrom: { field: 'status', phrase: 'Complete' } } as const;
  assert.deepEqual(doubts({ when: 'June 2026' }, complete), [
    '“Complete” under “status”, but “June 2026” under “when”, which is still to come (in June 2026): which is true?',
  ]);
  for (const when of ['June 2024', 'by June 2026', 'Monthly', 'March 2025; June 2026'])
    assert.deepEqual(doubts({ when }, complete), [], when);
  const early = disagreements(lineWith({ when: 'June 2026' }, complete), timings, () => '“Target date”');
  assert.deepEqual(early, [], 'what is done before its target date is done in good time');
});

test('a part that says another time than the one it would go with', () => {
  assert.deepEqual(doubts({ when: 'Daily\nAs required', how: 'Weekly posts\nLeaflets' }), [
    'by their order, “Daily” goes with “Weekly posts” under “how”, which says once in each week itself: which is true?',
  ]);
});
