import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownersOf } from '../../../reading/lines/owners.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import type { Outline } from '../stored-reading.ts';
import { withoutSettled } from './doubts.ts';
import { figuresOf } from './figures.ts';
import { planFromReading } from './plan-from-reading.ts';

const line = (part: Partial<ReadLine>): ReadLine => ({
  at: { table: 0, row: 1 },
  section: 'Schools',
  other: {},
  state: 'unknown',
  schedules: [],
  suggestions: [],
  doubts: [],
  printed: [],
  ...part,
});

const words = { document: 40, remainder: 3, lost: 0, lostWords: [] };
const LINES = [
  line({ what: 'Visit', owner: 'Ward sergeants', state: 'ongoing' }),
  line({
    at: { table: 0, row: 2 },
    what: 'Write',
    owner: 'As above',
    taken: {
      owner: { text: 'Ward sergeants', row: 1, because: 'as above' },
      audience: { text: 'Parents', row: 1, because: 'merged cell' },
    },
    schedules: [{ phrase: 'Monthly', kind: 'recurring', rule: 'FREQ=MONTHLY' }],
  }),
  line({ at: { table: 1, row: 1 }, what: 'Call', when: 'As above', messenger: 'Press office' }),
  line({ at: { table: 1, row: 2 }, section: 'Shops', what: 'Advise' }),
];
const outline: Outline = {
  document: { title: 'Plan', kind: 'stakeholder-plan', dated: '2025', period: null },
  tables: [
    { where: 'table 1', columns: [{ headings: ['What'], meaning: 'what', why: '' }] },
    { where: 'table 2', columns: [{ headings: ['Step'], meaning: 'what', why: '' }] },
  ],
  figures: figuresOf({ ...emptyReading(), lines: LINES }, words),
};

test('a plan keeps sections in order, each with the columns of its own table', () => {
  const beside = { clauses: [], audiences: [], channels: [], remainder: [{ text: 'x', where: 'page 1' }] };
  const accepted = { title: 'Our plan', kind: 'framework', marking: 'OFFICIAL' } as const;
  const plan = planFromReading({ outline, beside, lines: LINES }, accepted, null);
  assert.equal(plan.title, 'Our plan');
  assert.equal(plan.kind, 'framework');
  assert.equal(plan.dated, '2025');
  assert.deepEqual(plan.beside, beside);
  assert.deepEqual(
    plan.sections.map(section => [section.title, section.columns[0]?.headings[0], section.lines.length]),
    [
      ['Schools', 'What', 2],
      ['Schools', 'Step', 1],
      ['Shops', 'Step', 1],
    ],
  );
});

test('a line of a plan carries what merged cells say for it, and an owner who is somebody', () => {
  const beside = { clauses: [], audiences: [], channels: [], remainder: [] };
  const accepted = { title: 'Our plan', kind: 'unknown', marking: 'none' } as const;
  const { sections } = planFromReading({ outline, beside, lines: LINES }, accepted, null);
  const written = sections[0]?.lines[1];
  assert.equal(written?.audience, 'Parents');
  assert.equal(written?.owner, 'Ward sergeants');
  assert.equal(sections[1]?.lines[0]?.when, 'As above');
  assert.equal(written && 'printed' in written, false);
});

test('figures count sections, timings with dates, owners once, and lines that say how they stand', () => {
  const named = LINES.map(one => ({
    ...one,
    owners: ownersOf(one, true, new Map([['KB', 'Katherine Bell']])),
  }));
  const others = ['KB/ ward sergeants', 'Katherine Bell', 'All', 'talk to Jo Marsh'].map(owner => {
    const more = line({ owner });
    return { ...more, owners: ownersOf(more, true, new Map([['KB', 'Katherine Bell']])) };
  });
  const count = (lines: ReadLine[]) => figuresOf({ ...emptyReading(), lines }, words).owners;
  assert.equal(count(others), 2);
  assert.equal(count([...named, ...others]), count(named) + 1);
  const { figures } = outline;
  assert.deepEqual(
    [figures.lines, figures.sections, figures.timings, figures.dated, figures.withState],
    [4, 2, 1, 1, 1],
  );
});

test('a settled doubt is gone from its line, and another question about the same field is not', () => {
  const doubted = line({
    doubts: [
      { field: 'when', reason: 'every two months?' },
      { field: 'when', reason: 'two timings' },
    ],
  });
  const settled = [{ table: 0, row: 1, field: 'when', reason: 'every two months?' }];
  assert.deepEqual(withoutSettled(doubted, settled).doubts, [{ field: 'when', reason: 'two timings' }]);
  assert.equal(withoutSettled({ ...doubted, at: { table: 0, row: 2 } }, settled).doubts.length, 2);
});

function emptyReading() {
  return {
    document: { title: '', kind: 'unknown' as const, dated: null, period: null },
    clauses: [],
    audiences: [],
    channels: [],
    tables: [],
    lines: [],
    remainder: [],
  };
}
