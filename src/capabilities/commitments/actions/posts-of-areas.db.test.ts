import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { quarterlySeries, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import { findOrAddOwners, peopleFor } from '../../organisations/index.ts';
import { promiseSubject } from '../promise.ts';
import { commitmentOf } from '../queries/commitments-of.ts';
import { gaps } from '../queries/gaps.ts';
import { holdPromise } from '../queries/promises.ts';
import { changeCommitment } from './change-commitment.ts';
import { changePromise } from './change-promise.ts';
import { followRegister } from './follow-registers.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const now = site.clock.now();
const today = Temporal.PlainDate.from('2025-05-06');
const when = { now, today };
const times = { created_at: now, changed_at: now };
const EACH_WARD = { of: 'areas', kind: 'ward' } as const;

/** An organisation of its own: a sector with the wards Field, Mill and Quay, and a ward outside it. */
async function staged(name: string) {
  const organisation = await site.organisation(name);
  const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
  const area = (called: string, kind: string, part_of: string | null = null) =>
    within(({ db }) =>
      db
        .insertInto('areas')
        .values({ name: called, kind, part_of, ...times })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ).then(({ id }) => id);
  const north = await area('North', 'sector');
  const areas = {
    north,
    field: await area('Field', 'ward', north),
    mill: await area('Mill', 'ward', north),
    quay: await area('Quay', 'ward', north),
    south: await area('South', 'ward'),
  };
  /** A post and who holds it. */
  const post = (title: string, area_id: string | null, holder: string) =>
    within(async ({ db }) => {
      const made = await db
        .insertInto('posts')
        .values({ title, area_id, ...times })
        .returning('id')
        .executeTakeFirstOrThrow();
      const email = `${holder.toLowerCase().replaceAll(' ', '.')}@ashmere.example`;
      const person = await db
        .insertInto('people')
        .values({ name: holder, email, ...times })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('post_holdings')
        .values({ post_id: made.id, person_id: person.id, as: 'holder' })
        .execute();
      return made.id;
    });
  const owner = (called: string) =>
    within(
      async inside =>
        (await findOrAddOwners(inside, [{ name: called, kind: 'post' }], now))(called)!.owner.id,
    );
  const promised = async (by: string, spread: Parameters<typeof stagedPromise>[1]['spread'] = EACH_WARD) =>
    (await within(inside => stagedPromise(inside, { series: quarterlySeries, spread, owner: by, ...when })))
      .promise;
  /** Of each place who is asked, and whether their post was looked for. */
  const asked = (promise: string) =>
    within(async inside => {
      const rows = await inside.db
        .selectFrom('commitments')
        .select(['for_name as name', 'owner_id as owner', 'by_area as byArea'])
        .where('promise_id', '=', promise)
        .where('ended_on', 'is', null)
        .orderBy('for_name')
        .execute();
      const reached = await peopleFor(
        inside,
        rows.flatMap(({ owner: id }) => id ?? []),
        today,
      );
      return rows.map(({ name: place, owner: id, byArea }) => {
        const to = id && reached.get(id);
        return [place, to && 'person' in to ? to.person.name : '–', ...(byArea ? [byArea] : [])].join(' ');
      });
    });
  const follow = (promise: string) => within(inside => followRegister(inside, promise, when));
  const told = async (promise: string) => {
    const entries = await within(inside => historyOf(inside, promiseSubject(promise), 50));
    return entries
      .filter(({ action }) => action === 'followed the posts')
      .flatMap(({ changes }) => changes)
      .map(({ field, before, after: is }) => `${field}: ${before} → ${is}`);
  };
  return { within, areas, post, owner, promised, asked, follow, told };
}

test('each ward is asked of the post of its area, else of the area around it; where there is none it says so', async () => {
  const { within, areas, post, owner, promised, asked } = await staged('Posts of wards');
  await post('Ward sergeant', areas.mill, 'Rae Stone');
  await post('Ward Sergeant', areas.quay, 'Ivo Lane');
  await post('Ward sergeant', areas.north, 'Una Frost');
  await post('Clerk', areas.south, 'Mo Field');
  const promise = await promised(await owner('Ward sergeants'));
  assert.deepEqual(await asked(promise), [
    'Field Una Frost found',
    'Mill Rae Stone found',
    'Quay Ivo Lane found',
    'South – none',
  ]);
  assert.deepEqual((await within(inside => gaps(inside, today))).without, {
    promise,
    places: 1,
    promises: 1,
  });
  const names = await within(({ db }) => db.selectFrom('owners').select('name').orderBy('name').execute());
  assert.deepEqual(
    names.map(({ name }) => name),
    ['Ward Sergeant, Quay ward', 'Ward sergeant, Mill ward', 'Ward sergeant, North sector', 'Ward sergeants'],
    'a name of its own for each, and the title stays everybody’s',
  );
});

test('what is to come follows when posts and areas change, and what somebody said by hand stays', async () => {
  const { within, areas, post, owner, promised, asked, follow, told } = await staged('Posts that change');
  const mill = await post('Ward sergeant', areas.mill, 'Rae Stone');
  await post('Ward sergeant', areas.quay, 'Ivo Lane');
  const promise = await promised(await owner('Ward sergeant'));
  const [field, clerk] = [await commitmentFor(promise, 'Field', within), await owner('Town clerk')];
  const own = { owner: clerk, series: null };
  await within(inside =>
    changeCommitment(inside, { promise, commitment: field.id, version: field.version, own }, when),
  );
  assert.deepEqual(await asked(promise), [
    'Field –',
    'Mill Rae Stone found',
    'Quay Ivo Lane found',
    'South – none',
  ]);

  await post('Ward sergeant', areas.north, 'Una Frost');
  await post('Ward sergeant', areas.south, 'Ada Marsh');
  await within(({ db }) => db.updateTable('posts').set({ ended_at: now }).where('id', '=', mill).execute());
  assert.deepEqual(await follow(promise), { added: 0, retired: 0, moved: 2 });
  assert.deepEqual(await asked(promise), [
    'Field –',
    'Mill Una Frost found',
    'Quay Ivo Lane found',
    'South Ada Marsh found',
  ]);
  assert.deepEqual(await follow(promise), { added: 0, retired: 0, moved: 0 }, 'nothing is moved twice');
  assert.deepEqual(await told(promise), [
    'who does it for Mill: Ward sergeant, Mill ward → Ward sergeant, North sector',
    'who does it for South: null → Ward sergeant, South ward',
  ]);

  const ended = { ends_on: today.subtract({ days: 1 }) };
  await within(({ db }) => db.updateTable('areas').set(ended).where('id', '=', areas.quay).execute());
  assert.deepEqual(
    await follow(promise),
    { added: 0, retired: 1, moved: 0 },
    'a ward that is no more has nothing due',
  );

  const back = await commitmentFor(promise, 'Field', within);
  const none = { owner: null, series: null };
  await within(inside =>
    changeCommitment(inside, { promise, commitment: back.id, version: back.version, own: none }, when),
  );
  assert.equal((await asked(promise))[0], 'Field Una Frost found', 'as the promise says is the post again');
});

test('dates of its own leave whoever does it, and another messenger of the promise looks for other posts', async () => {
  const { within, areas, post, owner, promised, asked, told } = await staged('Messengers that change');
  for (const area of [areas.field, areas.mill, areas.quay, areas.south])
    await post('Ward sergeant', area, `Sergeant ${area.slice(0, 4)}`);
  await post('Locality manager', areas.north, 'Una Frost');
  const promise = await promised(await owner('Ward sergeants'));
  const mill = await commitmentFor(promise, 'Mill', within);
  const before = await asked(promise);
  const own = { owner: null, series: quarterlySeries };
  await within(inside =>
    changeCommitment(inside, { promise, commitment: mill.id, version: mill.version, own }, when),
  );
  assert.deepEqual(await asked(promise), before);
  assert.deepEqual(await told(promise), []);

  const managers = await owner('Locality managers');
  await within(async inside => {
    const { version, ...terms } = (await holdPromise(inside, promise))!;
    return changePromise(inside, { promise, version, terms: { ...terms, owner: managers } }, when);
  });
  assert.deepEqual(await asked(promise), [
    'Field Una Frost found',
    'Mill Una Frost found',
    'Quay Una Frost found',
    'South – none',
  ]);
});

test('a post for no area does what no other is for, two for one area are nobody, and one person named stays', async () => {
  const { within, areas, post, owner, promised, asked } = await staged('Posts that are doubtful');
  await post('Ward sergeant', areas.mill, 'Rae Stone');
  await post('Ward sergeant', areas.quay, 'Ivo Lane');
  await within(({ db }) =>
    db
      .insertInto('departments')
      .values({ name: 'Reserve', ...times })
      .returning('id')
      .executeTakeFirstOrThrow(),
  ).then(({ id }) =>
    within(({ db }) =>
      db
        .insertInto('posts')
        .values({ title: 'Ward sergeant', area_id: areas.quay, department_id: id, ...times })
        .execute(),
    ),
  );
  const everywhere = await post('Ward sergeant', null, 'Una Frost');
  const title = await owner('Ward sergeant');
  await within(({ db }) =>
    db.updateTable('owners').set({ post_id: everywhere }).where('id', '=', title).execute(),
  );
  const promise = await promised(title);
  assert.deepEqual(await asked(promise), ['Field –', 'Mill Rae Stone found', 'Quay – several', 'South –']);
  assert.equal((await within(inside => gaps(inside, today))).without?.places, 1);

  const one = await within(({ db }) =>
    db
      .selectFrom('owners')
      .select('id')
      .where('name', '=', 'Ward sergeant, Mill ward')
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual(await asked(await promised(one.id)), ['Field –', 'Mill –', 'Quay –', 'South –']);
});

test('a board is kept by the post of the area that it is in', async () => {
  const { within, areas, post, owner, promised, asked } = await staged('Boards of wards');
  await post('Ward sergeant', areas.mill, 'Rae Stone');
  await within(({ db }) =>
    db
      .insertInto('bodies')
      .values([
        { kind: 'board', name: 'Mill Board', area_id: areas.mill, ...times },
        { kind: 'board', name: 'Roving Board', ...times },
      ])
      .execute(),
  );
  const promise = await promised(await owner('Ward sergeants'), { of: 'bodies', kind: 'board' });
  assert.deepEqual(await asked(promise), ['Mill Board Rae Stone found', 'Roving Board – none']);
});

type Staged = Awaited<ReturnType<typeof staged>>;

async function commitmentFor(promise: string, name: string, within: Staged['within']) {
  return within(async inside => {
    const { id } = await inside.db
      .selectFrom('commitments')
      .select('id')
      .where('promise_id', '=', promise)
      .where('for_name', '=', name)
      .executeTakeFirstOrThrow();
    return (await commitmentOf(inside, promise, id))!;
  });
}
