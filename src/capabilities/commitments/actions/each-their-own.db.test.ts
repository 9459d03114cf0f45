import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { quarterlySeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { peopleFor } from '../../organisations/index.ts';
import { Reader } from '../pages/promise-form/answers.ts';
import { readSpread, spreadAnswers } from '../pages/promise-form/whom.ts';
import { promiseChoices } from '../queries/promise-choices.ts';
import { followRegister } from './follow-registers.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const today = Temporal.PlainDate.from('2025-05-06');
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const times = { created_at: now, changed_at: now };

/** Somebody who holds a post in a department from a day on. */
const holder = (name: string, title: string, department: string, from: string | null = null) =>
  within(async ({ db }) => {
    const known = await db
      .selectFrom('departments')
      .select('id')
      .where('name', '=', department)
      .executeTakeFirst();
    const { id: department_id } =
      known ??
      (await db
        .insertInto('departments')
        .values({ name: department, ...times })
        .returning('id')
        .executeTakeFirstOrThrow());
    const post = await db
      .insertInto('posts')
      .values({ title, department_id, ...times })
      .returning('id')
      .executeTakeFirstOrThrow();
    const email = `${name.toLowerCase().replace(' ', '.')}@ashmere.example`;
    const person = await db
      .insertInto('people')
      .values({ name, email, ...times })
      .returning('id')
      .executeTakeFirstOrThrow();
    const starts_on = from ? Temporal.PlainDate.from(from) : null;
    const holding = { post_id: post.id, person_id: person.id, as: 'holder', starts_on };
    await db.insertInto('post_holdings').values(holding).execute();
  });

/** For whom a promise is kept, and who is written to for each. */
const asked = (promise: string) =>
  within(async inside => {
    const rows = await inside.db
      .selectFrom('commitments')
      .select(['for_name as name', 'owner_id as owner'])
      .where('promise_id', '=', promise)
      .orderBy('for_name')
      .execute();
    const reached = await peopleFor(
      inside,
      rows.flatMap(({ owner }) => owner ?? []),
      today,
    );
    return rows.map(({ name, owner }) => {
      const to = owner && reached.get(owner);
      return `${name}: ${to && 'person' in to ? to.person.name : 'nobody'}`;
    });
  });

test('a title that each department has a post of means all of them, and each holder is asked for their own', async () => {
  await holder('Rae Stone', 'Ward sergeant', 'Harbour team');
  await holder('Ivo Lane', 'Ward Sergeant', 'Castle team');
  await holder('Mo Field', 'Clerk', 'Castle team');
  const choices = await within(promiseChoices);
  assert.deepEqual(
    choices.posts.map(({ name }) => name),
    [
      'Clerk, Castle team',
      'Ward Sergeant, in each of 2 departments',
      'Ward Sergeant, Castle team',
      'Ward sergeant, Harbour team',
    ],
  );
  const spread = readSpread(new Reader({ whom: 'post', post: choices.posts[1]!.id }), choices);
  assert.deepEqual(spread, { of: 'posts', titled: 'Ward Sergeant' });
  assert.equal(spreadAnswers(spread).post, choices.posts[1]!.id);

  const { promise } = await within(inside =>
    stagedPromise(inside, { series: quarterlySeries, spread, now, today }),
  );
  assert.deepEqual(await asked(promise), [
    'Ivo Lane, Castle team: Ivo Lane',
    'Rae Stone, Harbour team: Rae Stone',
  ]);
  await holder('Una Frost', 'ward sergeant', 'Marsh team');
  await within(inside => followRegister(inside, promise, { now, today }));
  assert.equal((await asked(promise)).at(-1), 'Una Frost, Marsh team: Una Frost');
});
