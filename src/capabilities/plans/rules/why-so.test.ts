import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AsRead } from '../plan.ts';
import { whyState, whyTiming } from './why-so.ts';

const asRead: AsRead = {
  state: { field: 'status', why: '“Done” under “Progress”: the cell answers with this word' },
  timings: [{ field: 'when', phrase: 'Monthly', why: 'it stands under “Due”, and its words say how often' }],
};
const monthly = { phrase: 'Monthly', kind: 'recurring' } as const;
const day = (text: string) => Temporal.Instant.from(`${text}T09:00:00Z`);
const change = (field: string, at: string) => ({
  at: day(at),
  actor: 'Jo Marsh',
  changes: [{ field, before: 'x', after: 'y' }],
});
const jo = (at: string) => ({ who: 'Jo Marsh', when: day(at) });

test('nobody changed anything: the reader’s reasons stand', () => {
  const line = { state: 'complete', asRead } as const;
  assert.deepEqual(whyState(line, []), { why: asRead.state?.why });
  assert.deepEqual(whyState(line, [change('owner', '2025-05-01')]), { why: asRead.state?.why });
  assert.deepEqual(whyTiming(monthly, asRead, []), { why: asRead.timings[0]?.why });
});

test('a state that a person set is theirs, by the latest change', () => {
  const history = [change('state', '2025-06-01'), change('state', '2025-05-01')];
  assert.deepEqual(whyState({ state: 'deferred', asRead }, history), { by: jo('2025-06-01'), set: true });
});

test('a state whose cell was changed since says so', () => {
  const history = [change('status', '2025-05-01')];
  assert.deepEqual(whyState({ state: 'complete', asRead }, history), {
    why: asRead.state?.why,
    by: jo('2025-05-01'),
  });
});

test('a timing whose cell was written anew was read from those words', () => {
  const history = [change('when', '2025-05-01')];
  assert.deepEqual(whyTiming(monthly, asRead, history), {
    why: 'its words say how often',
    by: jo('2025-05-01'),
  });
});

test('lines that no reader read, and times that it did not name, say nothing', () => {
  assert.deepEqual(whyState({ state: 'complete', asRead: null }, []), {});
  assert.deepEqual(whyTiming(monthly, null, []), {});
  assert.deepEqual(whyTiming({ ...monthly, field: 'how' }, asRead, []), {});
  assert.deepEqual(whyState({ state: 'unknown', asRead }, []), {});
});
