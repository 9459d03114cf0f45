import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schedule } from '../../../timing/schedule.ts';
import { heldBy, proposeTiming } from './propose-timing.ts';
import { setOffBy } from './set-off-by.ts';

const today = Temporal.PlainDate.from('2025-05-06');
const facts = {
  begins: '2025-05-06',
  year: {},
  calendars: [],
  look: { count: 1, unit: 'quarter' },
} as const;
const propose = (schedule: Schedule, { cell = '', found }: { cell?: string; found?: string } = {}) =>
  proposeTiming({ at: 't0', schedule, ...(found && { cell: found }) }, cell, facts);

const quarterly: Schedule = { phrase: 'Quarterly', kind: 'recurring', rule: 'FREQ=MONTHLY;INTERVAL=3' };

test('what leaves no question is ready; what was found elsewhere, is over or was doubted is looked at first', () => {
  assert.equal(propose(quarterly).stands, 'ready');
  assert.equal(propose(quarterly, { found: 'how' }).stands, 'look');
  assert.equal(propose({ ...quarterly, doubt: 'or every four months?' }).stands, 'look');
  assert.equal(
    propose({ phrase: 'March 2025', kind: 'dated', from: '2025-03-01', by: '2025-03-31' }).stands,
    'over',
  );
  assert.equal(propose({ phrase: 'TBC', kind: 'undetermined' }).stands, 'ask');
});

test('“if applicable” makes it conditional wherever it stands in the cell', () => {
  assert.equal(propose({ ...quarterly, phrase: 'Quarterly if applicable' }).conditional, true);
  assert.equal(propose(quarterly, { cell: 'Quarterly; where necessary' }).conditional, true);
  assert.equal(propose(quarterly, { cell: 'Quarterly' }).conditional, false);
});

test('what waits for something says what kind of thing that most likely is', () => {
  const after = {
    phrase: 'Within 24 hours of an incident',
    kind: 'triggered' as const,
    trigger: 'an incident',
    limit: 'PT24H',
  };
  const proposal = propose(after);
  assert.equal('setOffBy' in proposal && proposal.setOffBy, 'incident');
  assert.deepEqual(
    [
      'a complaint',
      'each decision of the cabinet',
      'publication of the report',
      'a rise in burglary',
      'the moon',
    ].map(setOffBy),
    ['complaint', 'decision', 'publication', 'figure', 'other'],
  );
});

test('a plan’s own period bounds what it promises, as far as that is to come', () => {
  const period = (periodFrom: string | null, periodTo: string | null) =>
    heldBy({ periodFrom, periodTo }, today, {});
  assert.deepEqual(period('2025-04', '2026-03'), { begins: '2025-05-06', until: '2026-03-31' });
  assert.deepEqual(period('2026', '2027'), { begins: '2026-04-01', until: '2027-03-31' });
  assert.deepEqual(period('2020', '2021'), { begins: '2025-05-06' });
  assert.deepEqual(period(null, null), { begins: '2025-05-06' });
});
