import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysSeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { isRefused } from '../../../language/refusal.ts';
import { historyOf } from '../../../platform/history/history.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { moveBack, moveOccurrence } from './move-occurrence.ts';
import { endPostponing, postponePromise, postponingsOver } from './postpone-promise.ts';
import { type Settled, type Settling, settle } from './settle.ts';
import { undoSettle } from './undo-settle.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const day = (iso: string) => Temporal.PlainDate.from(iso);
const ADA = { name: 'Ada Marsh', account: null };
const BEN = { name: 'Ben Reed', account: null };
const on = (iso: string) => ({ now: Temporal.Instant.from(`${iso}T10:00:00Z`), today: day(iso) });

/** A promise due on days; the identifiers of its occurrences in their order. */
async function due(days: string[], more: { conditional?: boolean; graceDays?: number } = {}) {
  const now = site.clock.now();
  const { promise } = await within(inside =>
    stagedPromise(inside, { series: daysSeries(...days), now, ...more }),
  );
  await site.runJobs();
  return { promise, ids: (await rowsOf(promise)).map(({ id }) => id) };
}

const rowsOf = (promise: string) =>
  within(({ db }) =>
    db
      .selectFrom('occurrences')
      .selectAll()
      .where('promise_id', '=', promise)
      .orderBy('first_by')
      .orderBy('id')
      .execute(),
  );

const say = (settling: Settling, when: string, by = ADA) =>
  within(inside => settle(inside, settling, by, on(when)));

async function said(settling: Settling, when: string, by = ADA): Promise<Settled> {
  const done = await say(settling, when, by);
  if (isRefused(done)) throw new Error(done.refused);
  return done;
}

const NOTHING = { note: '', attendance: null, feedback: '' };

test('what was done in time is met, within the grace as well; later it is late and keeps that it was missed', async () => {
  const { promise, ids } = await due(['2025-05-10', '2025-05-11', '2025-05-12'], { graceDays: 2 });
  await said({ occurrences: [ids[0]!], as: 'done', doneOn: day('2025-05-12') }, '2025-05-20');
  await said({ occurrences: [ids[1]!], as: 'done', doneOn: day('2025-05-14') }, '2025-05-14');
  await said({ occurrences: [ids[2]!], as: 'excused', reason: 'The hall had burnt down' }, '2025-05-15');
  const rows = (await rowsOf(promise)).map(row => [row.outcome, row.done_on?.toString(), row.was_missed]);
  assert.deepEqual(rows, [
    ['met', '2025-05-12', false],
    ['late', '2025-05-14', true],
    ['excused', undefined, true],
  ]);
});

test('a reason is needed for what was not done, nothing to say needs a condition, and no day to come is one on which it was done', async () => {
  const { ids } = await due(['2025-05-10']);
  const refused = async (settling: Omit<Settling, 'occurrences'>) =>
    say({ occurrences: ids, ...settling }, '2025-05-10');
  assert.deepEqual(await refused({ as: 'not-done', reason: ' ' }), { refused: 'reason-needed' });
  assert.deepEqual(await refused({ as: 'nothing' }), { refused: 'not-conditional' });
  assert.deepEqual(await refused({ as: 'not-triggered', reason: 'No' }), { refused: 'nothing-set-it-off' });
  assert.deepEqual(await refused({ as: 'done', doneOn: day('2025-05-11') }), { refused: 'not-yet' });
  const conditional = await due(['2025-05-10'], { conditional: true });
  assert.deepEqual(
    (await said({ occurrences: conditional.ids, as: 'nothing' }, '2025-05-10')).settled,
    conditional.ids,
  );
});

test('of two who say what became of it the second is told who was first, and what they have to show is kept', async () => {
  const { promise, ids } = await due(['2025-05-10']);
  const [one, other] = await Promise.all([
    said({ occurrences: ids, as: 'done', evidence: { ...NOTHING, note: 'Forty came' } }, '2025-05-10', ADA),
    said({ occurrences: ids, as: 'done', evidence: { ...NOTHING, attendance: 41 } }, '2025-05-10', BEN),
  ]);
  const [first, second] = one.settled.length ? [one, other] : [other, one];
  const by = one.settled.length ? ADA.name : BEN.name;
  assert.deepEqual(first.settled, ids);
  assert.deepEqual(
    second.already.map(({ id, by, outcome }) => ({ id, by, outcome })),
    [{ id: ids[0], by, outcome: 'met' }],
  );
  const shown = await within(({ db }) =>
    db.selectFrom('evidence').select('said_by').where('promise_id', '=', promise).execute(),
  );
  assert.deepEqual(shown.map(({ said_by }) => said_by).toSorted(), [ADA.name, BEN.name]);
  const history = await within(inside => historyOf(inside, occurrenceSubject(ids[0]!)));
  assert.deepEqual(
    history.map(({ action }) => action),
    ['added evidence', 'said what became of it'],
  );
});

test('many are settled at once with one evidence, and taken back at once: all is as it was', async () => {
  const { promise, ids } = await due(['2025-05-10', '2025-05-12', '2025-05-14']);
  const ages = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
    rows.map(({ changed_at, version, sequence, ...rest }) => rest);
  const before = ages(await rowsOf(promise));
  const evidence = { ...NOTHING, note: 'All of last week’s' };
  const { settling, evidence: kept } = await said({ occurrences: ids, as: 'done', evidence }, '2025-05-14');
  assert.equal(kept.length, 1);
  await within(inside => undoSettle(inside, { settling, only: ids[0]! }, on('2025-05-15').now));
  const of = () =>
    within(({ db }) =>
      db.selectFrom('evidence_of').select('occurrence_id').where('evidence_id', '=', kept[0]!).execute(),
    );
  assert.equal((await of()).length, 2);
  await within(inside => undoSettle(inside, { settling }, on('2025-05-15').now));
  assert.deepEqual(ages(await rowsOf(promise)), before);
  const [{ taken_back_at } = {}] = await within(({ db }) =>
    db.selectFrom('evidence').select('taken_back_at').where('id', '=', kept[0]!).execute(),
  );
  assert.ok(taken_back_at);
});

test('one that is moved keeps its first date, and what was missed is not moved out of sight', async () => {
  const { promise, ids } = await due(['2025-05-10', '2025-05-20']);
  const version = (await rowsOf(promise))[1]!.version;
  const moving = {
    occurrence: ids[1]!,
    version,
    from: day('2025-05-27'),
    by: day('2025-05-28'),
    why: 'The hall',
  };
  const move = (more: Partial<typeof moving>, when = '2025-05-12') =>
    within(inside => moveOccurrence(inside, { ...moving, ...more }, on(when)));
  assert.deepEqual(await move({ occurrence: ids[0]! }), { refused: 'missed' });
  assert.deepEqual(await move({ why: '' }), { refused: 'reason-needed' });
  assert.deepEqual(await move({ version: 9 }), { refused: 'changed' });
  assert.deepEqual(await move({}), { moved: true });
  const [, row] = await rowsOf(promise);
  assert.deepEqual([row?.first_by, row?.from_day, row?.by_day, row?.missed_from, row?.sequence].map(String), [
    '2025-05-20',
    '2025-05-27',
    '2025-05-28',
    '2025-05-29',
    '1',
  ]);
  await within(inside => moveBack(inside, { occurrence: ids[1]!, version: version + 1 }, on('2025-05-13')));
  assert.equal((await rowsOf(promise))[1]?.by_day.toString(), '2025-05-20');
});

test('a promise that is postponed keeps its dates in sight and nothing of them is missed; taken back, those to come are open', async () => {
  const { promise } = await due(['2025-05-10', '2025-05-20', '2025-06-10', '2025-07-20']);
  const act = (version: number) => ({ promise, version, until: day('2025-07-01'), why: 'The team moves' });
  const done = await within(inside => postponePromise(inside, act(1), on('2025-05-12')));
  assert.deepEqual(done, { postponed: 2 });
  const outcomes = async () => (await rowsOf(promise)).map(({ outcome }) => outcome);
  assert.deepEqual(await outcomes(), [null, 'postponed', 'postponed', null]);
  const back = await within(inside => endPostponing(inside, { promise, version: 2 }, on('2025-06-01')));
  assert.deepEqual(back, { opened: 1 });
  assert.deepEqual(await outcomes(), [null, 'postponed', null, null]);
});

test('once the day has come a promise can be postponed anew, and what was postponed stays so', async () => {
  const { promise } = await due(['2025-05-20', '2025-07-20']);
  const until = (version: number, iso: string) => ({
    promise,
    version,
    until: day(iso),
    why: 'The team moves',
  });
  await within(inside => postponePromise(inside, until(1, '2025-07-01'), on('2025-05-12')));
  assert.equal(await within(inside => postponingsOver(inside, on('2025-06-30'))), 0);
  assert.equal(await within(inside => postponingsOver(inside, on('2025-07-01'))), 1);
  assert.equal(await within(inside => postponingsOver(inside, on('2025-07-01'))), 0);
  const again = await within(inside => postponePromise(inside, until(3, '2025-08-01'), on('2025-07-02')));
  assert.deepEqual(again, { postponed: 1 });
  assert.deepEqual(
    (await rowsOf(promise)).map(({ outcome }) => outcome),
    ['postponed', 'postponed'],
  );
});

test('what is moved back is due at its own hour again', async () => {
  const now = site.clock.now();
  const series = { kind: 'days' as const, windows: [{ from: '2025-05-20', by: '2025-05-20' }], at: '18:30' };
  const { promise } = await within(inside => stagedPromise(inside, { series, now }));
  await site.runJobs();
  const [one] = await rowsOf(promise);
  const to = { from: day('2025-05-22'), by: day('2025-05-22'), why: 'The hall' };
  const moving = { occurrence: one!.id, version: one!.version, ...to };
  await within(inside => moveOccurrence(inside, moving, on('2025-05-12')));
  const at = async () => (await rowsOf(promise)).map(({ by_day, at }) => `${by_day} ${at}`);
  assert.deepEqual(await at(), ['2025-05-22 null']);
  const back = { occurrence: one!.id, version: one!.version + 1 };
  await within(inside => moveBack(inside, back, on('2025-05-12')));
  await site.runJobs();
  assert.deepEqual(await at(), ['2025-05-20 18:30:00']);
});
