import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LeftOut, markOf, standingWords, type Told } from './day-entry.ts';

const of = (some: Partial<Told>): Told => ({ all: 24, met: 0, late: 0, missed: 0, open: 0, ...some });
const out = (some: Partial<LeftOut>): { out: LeftOut } => ({
  out: { excused: 0, nothing: 0, notTriggered: 0, postponed: 0, ...some },
});

for (const [standing, begun, mark, words] of [
  [{ open: 24 }, false, 'planned', '24 planned'],
  [{ open: 24 }, true, 'due', '24 due'],
  [{ met: 11, open: 13 }, true, 'due', '11 of 24 met'],
  [{ met: 24 }, true, 'met', 'all 24 met'],
  [{ met: 20, late: 4 }, true, 'late', '20 of 24 met, 4 late'],
  [
    { met: 20, late: 1, missed: 2, ...out({ excused: 1 }) },
    true,
    'missed',
    '20 of 24 met, 1 late, 2 missed, 1 excused',
  ],
  [{ missed: 3, open: 21 }, true, 'missed', '3 of 24 missed'],
  [{ missed: 24 }, true, 'missed', 'all 24 missed'],
  [{}, true, 'excused', '24 not counted'],
  [out({ excused: 24 }), true, 'excused', '24 excused'],
  [out({ postponed: 24 }), false, 'excused', '24 postponed'],
  [
    { met: 20, ...out({ excused: 1, nothing: 1, notTriggered: 1, postponed: 1 }) },
    true,
    'met',
    '20 of 24 met, 1 excused, 1 with nothing to say, 1 did not apply, 1 postponed',
  ],
  [{ all: 2, ...out({ notTriggered: 2 }) }, true, 'not-triggered', '2 did not apply'],
  [{ all: 1, ...out({ postponed: 1 }) }, true, 'excused', 'postponed'],
  [{ all: 1, ...out({ nothing: 1 }) }, true, 'excused', 'nothing to say'],
  [{ all: 1, ...out({ notTriggered: 1 }) }, true, 'not-triggered', 'did not apply'],
  [{ all: 1, open: 1 }, false, 'planned', 'planned'],
  [{ all: 1, late: 1 }, true, 'late', 'met late'],
  [{ all: 1, missed: 1 }, true, 'missed', 'missed'],
] as const)
  test(`${JSON.stringify(standing)} is ${mark}: ${words}`, () => {
    assert.equal(markOf(of(standing), begun), mark);
    assert.equal(standingWords(of(standing), begun), words);
  });
