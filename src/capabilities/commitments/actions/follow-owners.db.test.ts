import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { quarterlySeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import { promiseSubject } from '../promise.ts';
import { promisesFollowOwners } from './follow-owners.ts';
import { promisesHandOver } from './hand-over.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);

const owner = async (name: string) =>
  within(async ({ db }) => {
    const row = { kind: 'person', name, created_at: now, changed_at: now };
    return { ...(await db.insertInto('owners').values(row).returning('id').executeTakeFirstOrThrow()), name };
  });
const [jo, sam] = [await owner('Jo Marsh'), await owner('Sam Reed')];

let wards = 0;

/** A promise that Jo does, and one that she does for one ward alone. */
async function joDoes() {
  await within(({ db }) =>
    db
      .insertInto('areas')
      .values({ kind: 'ward', name: `Ward ${++wards}`, created_at: now, changed_at: now })
      .execute(),
  );
  const whole = await within(inside => stagedPromise(inside, { series: quarterlySeries, owner: jo.id, now }));
  const spread = { of: 'areas' as const, kind: 'ward' };
  const each = await within(inside => stagedPromise(inside, { series: quarterlySeries, spread, now }));
  await within(({ db }) =>
    db.updateTable('commitments').set({ owner_id: jo.id }).where('promise_id', '=', each.promise).execute(),
  );
  return { whole: whole.promise, each: each.promise };
}

const whoDoes = ({ whole, each }: { whole: string; each: string }) =>
  within(async ({ db }) => {
    const one = await db.selectFrom('promises').select('owner_id').where('id', '=', whole).executeTakeFirst();
    const all = await db
      .selectFrom('commitments')
      .select('owner_id')
      .where('promise_id', '=', each)
      .execute();
    return [one!.owner_id, ...new Set(all.map(({ owner_id }) => owner_id))];
  });

test('promises follow when two owners become one, stand in their history, and go back when that is undone', async () => {
  const made = await joDoes();
  const moved = await within(inside => promisesFollowOwners.merged(inside, { from: jo, into: sam }, now));
  assert.deepEqual(await whoDoes(made), [sam.id, sam.id]);
  const [entry] = await within(inside => historyOf(inside, promiseSubject(made.whole)));
  assert.deepEqual(entry?.changes, [{ field: 'who does it', before: 'Jo Marsh', after: 'Sam Reed' }]);
  assert.ok(await within(inside => promisesFollowOwners.standsAsLeft(inside, moved, sam)));
  await within(inside => promisesFollowOwners.putBack(inside, moved, { from: jo, into: sam }, now));
  assert.deepEqual(await whoDoes(made), [jo.id, jo.id]);
  assert.equal(await within(inside => promisesFollowOwners.standsAsLeft(inside, moved, sam)), false);
});

test('whoever leaves hands over what they do, whole promises and single ones apart', async () => {
  const made = await joDoes();
  const leaver = {
    id: made.whole,
    name: jo.name,
    owners: [jo],
    endsOn: Temporal.PlainDate.from('2025-06-30'),
  };
  const held = await within(inside => promisesHandOver.held(inside, leaver, 5));
  assert.deepEqual(
    held.map(({ kind }) => kind),
    ['promise', 'promise-for'],
  );
  const taken = { kind: 'promise-for', things: { besides: [] }, to: sam };
  await within(inside => promisesHandOver.handOver(inside, leaver, taken, now));
  assert.deepEqual(await whoDoes(made), [jo.id, sam.id]);
});
