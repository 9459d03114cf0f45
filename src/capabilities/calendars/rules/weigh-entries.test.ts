import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type EntryRow, type StoredEntry, weighEntries } from './weigh-entries.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const row = (title: string, from: string, more: Partial<EntryRow> = {}): EntryRow => ({
  ...{ title, from: day(from), by: undefined, at: undefined, cancelled: undefined, uid: undefined },
  ...{ poll: undefined, place: undefined, startsOn: undefined },
  ...more,
});

const entry = (uid: string, title: string, from: string, more: Partial<StoredEntry> = {}): StoredEntry => ({
  ...{ id: `id of ${uid}`, uid, title, from: day(from), by: day(from), at: null },
  ...{ cancelled: false, ofFile: false, election: null },
  ...more,
});

const weigh = (rows: EntryRow[], stored: StoredEntry[]) =>
  weighEntries(
    rows.map((values, at) => ({ number: at + 2, values })),
    { elections: false, stored, places: [] },
  );

const kinds = (rows: EntryRow[], stored: StoredEntry[]) =>
  weigh(rows, stored).rows.map(({ is, deed }) => [is, deed?.stored?.id]);

test('a row is the entry of its identity, wherever that was moved, and else that of its title and day', () => {
  const stored = [entry('a', 'Cabinet', '2026-09-09', { ofFile: true }), entry('b', 'Fair', '2026-09-10')];
  assert.deepEqual(kinds([row('Cabinet', '2026-10-09', { uid: 'a' })], stored), [['changed', 'id of a']]);
  assert.deepEqual(kinds([row('FAIR', '2026-09-10')], stored), [['changed', 'id of b']]);
  assert.deepEqual(kinds([row('Fair', '2026-09-10', { uid: 'new' })], stored), [['same', 'id of b']]);
  assert.deepEqual(kinds([row('Cabinet', '2026-09-09', { uid: 'new' })], stored), [['new', undefined]]);
  assert.deepEqual(kinds([row('Fair', '2026-09-11')], stored), [['new', undefined]]);
});

test('what the file does not say stays: how long it takes, its hour, that it was cancelled', () => {
  const stored = [entry('a', 'Fair', '2026-09-10', { by: day('2026-09-12'), at: '10:00', cancelled: true })];
  const [moved] = weigh([row('Fair', '2026-10-10', { uid: 'a' })], stored).rows;
  assert.equal(`${moved!.deed!.values.by} ${moved!.deed!.values.at}`, '2026-10-12 10:00');
  assert.equal(moved!.deed!.cancelled, true);
  const [emptied] = weigh([row('Fair', '2026-10-10', { uid: 'a', by: null, at: null })], stored).rows;
  assert.equal(`${emptied!.deed!.values.by} ${emptied!.deed!.values.at}`, '2026-10-10 null');
});

test('no entry is ever two rows, whatever the file names', () => {
  const words = fc.constantFrom('Cabinet', 'cabinet', 'Fair');
  const days = fc.constantFrom('2026-09-09', '2026-09-10');
  const uids = fc.constantFrom(undefined, 'a', 'b', 'c', 'x');
  const rows = fc.array(fc.tuple(words, days, uids).map(([title, from, uid]) => row(title, from, { uid })));
  const some = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), words, days, fc.boolean())
      .map(([uid, title, from, ofFile]) => entry(uid, title, from, { ofFile })),
    { selector: ({ uid }) => uid },
  );
  fc.assert(
    fc.property(rows, some, (given, stored) => {
      const { rows: weighed, problems } = weigh(given, stored);
      if (problems.length) return;
      const ids = weighed.flatMap(({ deed }) => deed?.stored?.id ?? []);
      assert.equal(new Set(ids).size, ids.length);
    }),
  );
});
