import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { miscounted } from '../../../../tests/support/acts/recounted.ts';
import { AUDIENCE_COLUMNS, newLine, newPlan } from '../../../../tests/support/plans.ts';
import { testSite } from '../../../../tests/support/site.ts';
import type { Within } from '../../../platform/database/database.ts';
import { mergeEntries } from '../../../platform/register/merges.ts';
import { AUDIENCES } from '../../audiences/index.ts';
import { mergeOwners } from '../../organisations/actions/merge-owners.ts';
import { createPlan } from './create-plan.ts';
import { plansFollowOwners } from './follow-owners.ts';
import { linkLines } from './link-lines.ts';

const site = await testSite();
after(site.close);
const now = site.clock.now();

/** Holds what `first` did for a moment, while `second` goes on from what it saw before that. */
async function meanwhile(
  organisation: string,
  first: (within: Within) => Promise<unknown>,
  second: (within: Within) => Promise<unknown>,
): Promise<void> {
  const done = Promise.withResolvers<void>();
  const holding = site.within(organisation, async within => {
    await first(within);
    done.resolve();
    await pause(300);
  });
  await done.promise;
  await Promise.all([holding, site.within(organisation, second)]);
}

test('whoever names an entry that is becoming another one meanwhile names that other one', async () => {
  const organisation = await site.organisation('Dunmere Council');
  const lines = [
    newLine({ audience: 'Residents' }),
    newLine({ audience: 'Neighbours' }),
    newLine({ audience: '' }),
  ];
  const plan = await site.within(organisation, async within => {
    const sections = [{ title: '', columns: AUDIENCE_COLUMNS, lines }];
    const id = await createPlan(within, newPlan({ sections }), now);
    await linkLines(within, id, undefined, now);
    return id;
  });
  const audience = async ({ db }: Within, name: string) => {
    const named = db.selectFrom('audiences').select(['id', 'merged_into as into']).where('name', '=', name);
    const { id, into } = await named.executeTakeFirstOrThrow();
    return into ?? id;
  };
  await meanwhile(
    organisation,
    async within => {
      const pair = { gone: await audience(within, 'Residents'), kept: await audience(within, 'Neighbours') };
      await mergeEntries(within, AUDIENCES, pair, now);
    },
    async within => {
      const { id } = await within.db
        .selectFrom('lines')
        .select('id')
        .where('plan_id', '=', plan)
        .where('position', '=', 3)
        .executeTakeFirstOrThrow();
      const link = { plan_id: plan, line_id: id, audience_id: await audience(within, 'Residents') };
      await within.db.insertInto('line_audiences').values(link).execute();
    },
  );
  const [counted] = await site.within(organisation, ({ db }) =>
    db.selectFrom('audiences').select(['name', 'lines']).where('merged_into', 'is', null).execute(),
  );
  assert.deepEqual(counted, { name: 'Neighbours', lines: 3 });
  assert.deepEqual(await site.within(organisation, miscounted), []);
});

test('whoever gives a line an owner who is becoming another one meanwhile gives it that other one', async () => {
  const organisation = await site.organisation('Ferrow Fire Service');
  const plan = await site.within(organisation, async within => {
    const id = await createPlan(within, newPlan(), now);
    const of = (name: string) => ({ name, kind: 'post', created_at: now, changed_at: now });
    await within.db
      .insertInto('owners')
      .values([of('Press Lead'), of('Head of Media')])
      .execute();
    return id;
  });
  const owner = async ({ db }: Within, name: string) => {
    const named = db.selectFrom('owners').select(['id', 'merged_into as into']).where('name', '=', name);
    const { id, into } = await named.executeTakeFirstOrThrow();
    return into ? { id: into, name: 'Head of Media' } : { id, name };
  };
  await meanwhile(
    organisation,
    async within => {
      const pair = {
        from: (await owner(within, 'Press Lead')).id,
        into: (await owner(within, 'Head of Media')).id,
      };
      await mergeOwners(within, pair, { now, keepers: [plansFollowOwners] });
    },
    async within => {
      const { id, name } = await owner(within, 'Press Lead');
      const given = { accountable_id: id, accountable: name };
      await within.db.updateTable('lines').set(given).where('plan_id', '=', plan).execute();
    },
  );
  const answering = await site.within(organisation, ({ db }) =>
    db.selectFrom('lines').select('accountable').distinct().execute(),
  );
  assert.deepEqual(answering, [{ accountable: 'Head of Media' }]);
  assert.deepEqual(await site.within(organisation, miscounted), []);
});
