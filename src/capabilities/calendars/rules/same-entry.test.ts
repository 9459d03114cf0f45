import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryValues } from '../calendar.ts';
import { isAmong } from './same-entry.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const entry = (more: Partial<EntryValues> = {}): EntryValues => ({
  ...{ title: 'Full council', from: day('2026-10-14'), by: day('2026-10-14'), at: '19:00', election: null },
  ...more,
});
const poll = (area: string | null) => ({ election: { poll: 'local' as const, area, startsOn: null } });

for (const [what, one, other, same] of [
  ['the same words', {}, {}, true],
  ['other capitals and plurals', { title: 'Ward Forums' }, { title: 'ward forum' }, true],
  ['another length', {}, { by: day('2026-10-15') }, true],
  ['another name', {}, { title: 'Cabinet' }, false],
  ['another day', {}, { from: day('2026-10-15') }, false],
  ['another hour', {}, { at: '14:00' }, false],
  ['the same poll', poll('a ward'), poll('a ward'), true],
  ['a poll of the name in another ward', poll('a ward'), poll('another ward'), false],
] as const)
  test(`an entry of ${what} is ${same ? '' : 'not '}there already`, () =>
    assert.equal(isAmong([entry(one)], entry(other)), same));
