import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../tests/support/site.ts';
import type { Within } from '../../platform/database/database.ts';
import { coveredBy, leadFor, peopleFor, toldOf } from './index.ts';

const site = await testSite();
after(site.close);

const NOW = site.clock.now();
const ON = Temporal.PlainDate.from('2025-08-10');
const stamps = { created_at: NOW, changed_at: NOW };

async function person(within: Within, name: string, more: object = {}): Promise<string> {
  const email = `${name.toLowerCase()}@ashmere.example`;
  const values = { name, email, ...stamps, ...more };
  return (await within.db.insertInto('people').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

async function owner(within: Within, name: string, means: object): Promise<string> {
  const values = { name, kind: 'post', ...stamps, ...means };
  return (await within.db.insertInto('owners').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

test('owners are reached through the people, posts and teams that they mean', async () => {
  const ashmere = await site.organisation('Reached Ashmere');
  await site.within(ashmere, async within => {
    const { db } = within;
    const [ada, bo, cy] = [
      await person(within, 'Ada'),
      await person(within, 'Bo'),
      await person(within, 'Cy'),
    ];
    const { id: post } = await db
      .insertInto('posts')
      .values({ title: 'Ward Sergeant', ...stamps })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: team } = await db
      .insertInto('teams')
      .values({ name: 'Press office', ...stamps })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('post_holdings').values({ post_id: post, person_id: ada, as: 'holder' }).execute();
    await db.insertInto('team_members').values({ team_id: team, person_id: cy, leads: true }).execute();
    const days = { starts_on: ON, ends_on: ON.add({ days: 3 }) };
    await db
      .insertInto('covers')
      .values({ person_id: ada, by_id: bo, ...days, made_by: 'Test', made_at: NOW })
      .execute();
    const owners = {
      person: await owner(within, 'A. Marsh', { person_id: ada }),
      post: await owner(within, 'The sergeant', { post_id: post }),
      team: await owner(within, 'Press', { team_id: team }),
      nobody: await owner(within, 'Somebody', {}),
    };
    const reached = await peopleFor(within, Object.values(owners), ON);
    const told = Object.entries(owners).map(([name, id]) => {
      const one = reached.get(id)!;
      return `${name}: ${'refused' in one ? one.refused : `${one.person.name} as ${one.as} for ${one.for}`}`;
    });
    assert.deepEqual(told, [
      'person: Bo as cover for A. Marsh',
      'post: Bo as cover for The sergeant',
      'team: Cy as team for Press',
      'nobody: nobody',
    ]);
    const later = await peopleFor(within, [owners.post], ON.add({ days: 4 }));
    assert.deepEqual(later.get(owners.post), {
      person: { id: ada, name: 'Ada', email: 'ada@ashmere.example', language: 'en' },
      as: 'holder',
      for: 'The sergeant',
    });
    const covered = await coveredBy(within, [ada, cy], ON);
    assert.deepEqual([covered.get(ada)?.name, covered.get(cy)?.name], ['Bo', 'Cy']);
    assert.equal((await peopleFor(within, [], ON)).size, 0);
  });
});

test('silence is told the manager, and the lead of the nearest department where there is none', async () => {
  const sedgemere = await site.organisation('Told Sedgemere');
  await site.within(sedgemere, async within => {
    const { db } = within;
    const department = async (name: string, part_of: string | null) =>
      (
        await db
          .insertInto('departments')
          .values({ name, part_of, ...stamps })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
    const housing = await department('Housing', null);
    const repairs = await department('Repairs', housing);
    const [lead, manager] = [await person(within, 'Lead'), await person(within, 'Manager')];
    const silent = await person(within, 'Silent', { department_id: repairs });
    const managed = await person(within, 'Managed', { department_id: repairs, manager_id: manager });
    await db
      .insertInto('leads')
      .values({ person_id: lead, department_id: housing, created_at: NOW })
      .execute();
    assert.equal((await toldOf(within, managed, ON))?.name, 'Manager');
    assert.equal((await toldOf(within, silent, ON))?.name, 'Lead');
    assert.equal((await leadFor(within, { department: repairs }, ON))?.name, 'Lead');
    assert.equal(await leadFor(within, {}, ON), undefined);
    assert.equal(await toldOf(within, lead, ON), undefined);
  });
});
