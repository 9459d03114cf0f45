import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysSeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { showMore } from './add-evidence.ts';
import { endPromise } from './end-promise.ts';
import { moveBack, moveOccurrence } from './move-occurrence.ts';
import { settle } from './settle.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const day = (iso: string) => Temporal.PlainDate.from(iso);
const when = { now: site.clock.now(), today: day('2025-05-06') };
const ADA = { name: 'Ada Marsh', account: null };

/** Its dates in order: one before today, and two to come. */
async function promised() {
  const series = daysSeries('2025-05-05', '2025-05-20', '2025-06-20');
  const { promise } = await within(inside =>
    stagedPromise(inside, { series, now: when.now, from: '2025-05-01' }),
  );
  await site.runJobs();
  const rows = await within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select(['id', 'version', 'outcome'])
      .where('promise_id', '=', promise)
      .orderBy('by_day')
      .execute(),
  );
  return { promise, rows, ids: rows.map(({ id }) => id) };
}

const outcomes = (ids: string[]) =>
  within(async ({ db }) =>
    (
      await db
        .selectFrom('occurrences')
        .select('outcome')
        .where('id', 'in', ids)
        .orderBy('first_by')
        .execute()
    ).map(({ outcome }) => outcome),
  );

const NOTHING = { note: 'Forty came', attendance: null, feedback: '' };

test('of a promise that ended only what was due before can be said, moved or shown, however old the form is', async () => {
  const { promise, rows, ids } = await promised();
  const to = { from: day('2025-07-01'), by: day('2025-07-01'), why: 'The hall' };
  const moving = { occurrence: ids[2]!, version: rows[2]!.version, ...to };
  await within(inside => moveOccurrence(inside, moving, when));
  await within(inside => endPromise(inside, { promise, version: 1, why: 'The board is no more' }, when));
  const said = await within(inside =>
    settle(inside, { occurrences: ids, as: 'done', doneOn: day('2025-05-05') }, ADA, when),
  );
  assert.ok('settled' in said);
  assert.deepEqual(said.settled, [ids[0]]);
  assert.deepEqual(
    said.not,
    ids
      .slice(1)
      .sort()
      .map(id => ({ id, why: 'not-promised' })),
  );
  assert.deepEqual(await outcomes(ids), ['met', null, null]);
  const gone = { refused: 'not-found' };
  assert.deepEqual(
    await within(inside => settle(inside, { occurrences: ids.slice(1), as: 'done' }, ADA, when)),
    gone,
  );
  const back = { occurrence: ids[2]!, version: rows[2]!.version + 1 };
  assert.deepEqual(await within(inside => moveBack(inside, back, when)), gone);
  assert.deepEqual(await within(inside => moveOccurrence(inside, { ...moving, ...back }, when)), gone);
  assert.deepEqual(
    await within(inside => showMore(inside, ids[1]!, NOTHING, { by: ADA, now: when.now })),
    [],
  );
});

test('of whom a promise is kept for no more, and of a plan that was taken out, nothing is said', async () => {
  const { promise, ids } = await promised();
  await within(({ db }) =>
    db
      .updateTable('commitments')
      .set({ ended_on: day('2025-05-05'), ended_why: 'Left' })
      .where('promise_id', '=', promise)
      .execute(),
  );
  const say = (occurrences: string[]) =>
    within(inside => settle(inside, { occurrences, as: 'excused', reason: 'No' }, ADA, when));
  assert.deepEqual(await say(ids.slice(1)), { refused: 'not-found' });
  const other = await promised();
  await within(({ db }) =>
    db
      .updateTable('plans')
      .set({ removed_at: when.now })
      .where('id', 'in', other2 =>
        other2.selectFrom('promises').select('plan_id').where('id', '=', other.promise),
      )
      .execute(),
  );
  assert.deepEqual(await say(other.ids), { refused: 'not-found' });
  assert.deepEqual(await outcomes([...ids, ...other.ids]), [null, null, null, null, null, null]);
});
