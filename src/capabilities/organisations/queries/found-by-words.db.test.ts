import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import { organisationWithin } from '../../../../tests/support/plans.ts';
import { beginningsOf } from '../rules/search-words.ts';
import { type BodiesAsked, type ListedBody, listBodies } from './bodies.ts';
import { type ListedPerson, listPeople, type Place } from './directory.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const elsewhere = await organisationWithin(database);
const today = Temporal.PlainDate.from('2025-04-08');

/** Above every number from which many are looked up otherwise than a few. */
const PEOPLE = 700;
const BODIES = 1300;

const LAST = ['Marsh', 'Reed', 'Sedge', 'Fenn', 'Marshall'];
const KINDS = ['board', 'school', 'panel'];

/** The same in both organisations: what is found of one must be none of the other. */
for (const here of [inside, elsewhere])
  before(() =>
    here(async ({ db }) => {
      await sql`insert into people (name, email, created_at, changed_at)
        select 'Person ' || case when n % 2 = 0 then 'Quill ' else '' end || case when n % 3 > 0 then 'Rowan ' else '' end || n % 40 || ' ' || (${LAST}::text[])[1 + n % 5], 'p.' || n || '@ashmere.example', now(), now()
        from generate_series(1, ${PEOPLE}::int) n`.execute(db);
      await sql`insert into areas (kind, name, created_at, changed_at) values ('borough', 'Ashmere', now(), now())`.execute(
        db,
      );
      await sql`insert into areas (kind, name, part_of, created_at, changed_at)
        select 'ward', 'Ward ' || n, (select id from areas where kind = 'borough'), now(), now() from generate_series(1, 8) n`.execute(
        db,
      );
      await sql`insert into bodies (kind, name, area_id, created_at, changed_at)
        select (${KINDS}::text[])[1 + n % 3], case n % 7 when 0 then 'Bodyguard ' else 'Body ' end || n % 900,
          (select id from areas where name = 'Ward ' || 1 + n % 11), now(), now() from generate_series(1, ${BODIES}::int) n
        on conflict do nothing`.execute(db);
      await sql`insert into role_holders (body_id, role, name, created_at, changed_at)
        select id, 'chair', (${LAST}::text[])[1 + length(name) % 5] || ' ' || right(name, 2), now(), now() from bodies`.execute(
        db,
      );
    }),
  );

/** By looking at every word of every record. */
function has(words: string, typed: string): boolean {
  const all = words.toLowerCase().split(/[^a-z0-9]+/);
  return beginningsOf(typed).every(({ from }) => all.some(word => word.startsWith(from)));
}

test('people are found by any words, each once, however many have them', () =>
  inside(async within => {
    const everybody = await within.db.selectFrom('people').select(['id', 'name', 'email']).execute();
    for (const typed of [
      'marsh',
      'p',
      'person',
      'person marsh',
      'person 3 reed',
      'ashmere example person fenn',
      '17',
      'marsh reed',
      'quill rowan',
      'ashmere person',
      'rowan person quill',
      'ashmere rowan person quill',
      'rowan marsh',
      'person 1',
      'zeppelin',
      'p pe per 1',
    ]) {
      const found = await walked(typed);
      const wanted = everybody.filter(({ name, email }) => has(`${name} ${email}`, typed));
      assert.deepEqual(found.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort(), typed);
      const places = found.map(({ place, id }) => `${place} ${id}`);
      assert.deepEqual(places, [...places].sort(), typed);
    }

    async function walked(typed: string): Promise<ListedPerson[]> {
      const all: ListedPerson[] = [];
      for (let at: Place | undefined, more = true; more; ) {
        const rows = await listPeople(within, {
          beginnings: beginningsOf(typed),
          after: at,
          most: 101,
          today,
        });
        all.push(...rows.slice(0, 100));
        more = rows.length > 100;
        at = more ? { key: rows[99]!.place, id: rows[99]!.id } : undefined;
      }
      return all;
    }
  }));

test('bodies are found by words, kind and area, counted and in their order, on every page', () =>
  inside(async within => {
    const { rows: all } = await sql<{
      id: string;
      kind: string;
      name: string;
      area: string | null;
      words: string;
    }>`
      select b.id, b.kind, b.name, a.name as area, concat_ws(' ', b.name, b.kind, h.name, h.role) as words
      from bodies b left join areas a on a.id = b.area_id left join role_holders h on h.body_id = b.id
      order by lower(b.name) collate "C", b.id`.execute(within.db);
    assert.ok(all.length > 1100);
    const words = ['', 'body', 'bodyg', 'bo', 'marsh', 'body chair', 'chair 77', '812', 'zeppelin', '…'];
    for (const typed of words)
      for (const kind of ['', 'board'])
        for (const area of ['', 'ashmere', 'Ward 3', 'Nowhere']) {
          const wanted = all.filter(
            body =>
              (!typed || (typed !== '…' && has(body.words, typed))) &&
              (!kind || body.kind === kind) &&
              (!area || (area === 'ashmere' ? body.area : body.area === area)),
          );
          const last = Math.max(1, Math.ceil(wanted.length / 50));
          for (const page of new Set([1, last, last + 1])) {
            const asked: BodiesAsked = { words: typed, kind, area, page };
            const { rows, found } = await listBodies(within, asked, today);
            const expected = wanted.slice((page - 1) * 50, page * 50).map(({ id }) => id);
            assert.deepEqual(
              rows.map(({ id }) => id),
              expected,
              JSON.stringify(asked),
            );
            if (typed || area) assert.equal(found, wanted.length, JSON.stringify(asked));
          }
        }
  }));

test('a body is found by its holders as they come, change and go', () =>
  inside(async within => {
    const { db } = within;
    const find = async (words: string): Promise<ListedBody[]> =>
      (await listBodies(within, { words, kind: '', area: '', page: 1 }, today)).rows;
    const stamps = { created_at: Temporal.Now.instant(), changed_at: Temporal.Now.instant() };
    const values = { kind: 'panel', name: 'Quayside Panel', ...stamps };
    const { id } = await db.insertInto('bodies').values(values).returning('id').executeTakeFirstOrThrow();
    const holder = { body_id: id, role: 'clerk', name: 'Bola Lund', ...stamps };
    const made = await db.insertInto('role_holders').values(holder).returning('id').executeTakeFirstOrThrow();
    assert.deepEqual(
      (await find('quay bola')).map(body => body.id),
      [id],
    );
    await db.updateTable('role_holders').set({ name: 'Cyn Mere' }).where('id', '=', made.id).execute();
    assert.equal((await find('bola lund')).length, 0);
    assert.deepEqual((await find('cyn clerk'))[0]?.holders, [{ role: 'clerk', name: 'Cyn Mere' }]);
    await db.updateTable('bodies').set({ name: 'Harbour Panel' }).where('id', '=', id).execute();
    assert.equal((await find('quay')).length, 0);
    assert.equal((await find('harbour cyn')).length, 1);
    await db.deleteFrom('role_holders').where('id', '=', made.id).execute();
    assert.equal((await find('cyn')).length, 0);
    await db.deleteFrom('bodies').where('id', '=', id).execute();
    const left = await db.selectFrom('directory_words').select('word').where('record_id', '=', id).execute();
    assert.deepEqual(left, []);
  }));
