import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import { expectDaysCounted } from '../../../../tests/support/days-counted.ts';
import { stageOccurrences } from '../../../../tests/support/occurrences.ts';
import { organisationWithin } from '../../../../tests/support/plans.ts';
import { stagedPromise, weeklySeries } from '../../../../tests/support/promises.ts';
import { removeLines, restoreLines } from '../../plans/index.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T09:00:00Z');
const DATES = ['2025-04-01', '2025-04-08', '2025-04-15', '2025-04-22'];

const staged = await inside(async within => {
  const found = await stagedPromise(within, { series: weeklySeries, now, from: '2025-04-01' });
  await sql`update commitments set for_kind = 'named', for_name = 'Fold' where promise_id = ${found.promise}`.execute(
    within.db,
  );
  await sql`insert into commitments (promise_id, for_kind, for_name, starts_on, created_at, changed_at)
    select ${found.promise}, 'named', name, '2025-04-01', now(), now() from unnest(array['Hythe', 'Mere']) name`.execute(
    within.db,
  );
  await stageOccurrences(
    within,
    found,
    DATES.map(by => ({ by })),
    now,
  );
  return found;
});

const change = (work: ReturnType<typeof sql>) => inside(({ db }) => work.execute(db).then(() => undefined));
const days = async () => {
  const { rows } = await inside(({ db }) =>
    sql<{ day: string; said: string }>`
      select to_char(by_day, 'MM-DD') as day, concat_ws(' ', sum(every), sum(met), sum(late), sum(missed), sum(open)) as said
      from promise_days where promise_id = ${staged.promise} and every > 0 group by 1 order by 1`.execute(db),
  );
  return Object.fromEntries(rows.map(({ day, said }) => [day, said]));
};
const taken = async () =>
  (
    await inside(({ db }) =>
      sql<{ there: boolean; owner: string | null }>`
        select line_there as there, line_owner_id as owner from promises where id = ${staged.promise}`.execute(
        db,
      ),
    )
  ).rows[0]!;

test('what is settled, closed, taken back, moved or given longer counts where it stands', async () => {
  assert.deepEqual(await days(), {
    '04-01': '3 0 0 0 3',
    '04-08': '3 0 0 0 3',
    '04-15': '3 0 0 0 3',
    '04-22': '3 0 0 0 3',
  });
  const fold = sql`commitment_id in (select id from commitments where for_name = 'Fold')`;
  await change(
    sql`update occurrences set outcome = 'met', settled_at = ${now} where by_day = '2025-04-01' and ${fold}`,
  );
  await change(
    sql`update occurrences set outcome = 'missed', settled_at = ${now} where by_day = '2025-04-01' and outcome is null`,
  );
  await change(
    sql`update occurrences set by_day = '2025-04-09', from_day = '2025-04-09', missed_from = '2025-04-10' where by_day = '2025-04-08' and ${fold}`,
  );
  await change(
    sql`update occurrences set missed_from = missed_from + 7 where by_day = '2025-04-15' and ${fold}`,
  );
  assert.deepEqual(await days(), {
    ...{
      '04-01': '3 1 0 2 0',
      '04-08': '2 0 0 0 2',
      '04-09': '1 0 0 0 1',
      '04-15': '3 0 0 0 3',
      '04-22': '3 0 0 0 3',
    },
  });
  await inside(expectDaysCounted);
  await change(
    sql`update occurrences set outcome = null, settled_at = null where by_day = '2025-04-01' and ${fold}`,
  );
  await change(sql`delete from occurrences where by_day = '2025-04-22' and ${fold}`);
  assert.deepEqual([(await days())['04-01'], (await days())['04-22']], ['3 0 0 2 1', '2 0 0 0 2']);
  await inside(expectDaysCounted);
});

test('what is open behind the end of a commitment does not count, and does again where the end is taken back', async () => {
  const end = (day: string | null) =>
    change(sql`update commitments set ended_on = ${day}::date where for_name = 'Mere'`);
  await end('2025-04-10');
  assert.deepEqual([(await days())['04-15'], (await days())['04-22']], ['2 0 0 0 2', '1 0 0 0 1']);
  await inside(expectDaysCounted);
  const mere = sql`commitment_id in (select id from commitments where for_name = 'Mere')`;
  await change(
    sql`update occurrences set outcome = 'met', settled_at = ${now} where by_day = '2025-04-15' and ${mere}`,
  );
  assert.equal((await days())['04-15'], '3 1 0 0 2');
  await end('2025-04-20');
  await end(null);
  assert.deepEqual([(await days())['04-15'], (await days())['04-22']], ['3 1 0 0 2', '2 0 0 0 2']);
  await inside(expectDaysCounted);
});

test('who ends a commitment and who says what became of its date meanwhile are both counted, once', async () => {
  const meet = Promise.withResolvers<void>();
  const settling = inside(async ({ db }) => {
    await sql`update occurrences set outcome = 'met', settled_at = ${now} where by_day = '2025-04-22'
      and commitment_id in (select id from commitments where for_name = 'Hythe')`.execute(db);
    meet.resolve();
    await sql`select pg_sleep(0.3)`.execute(db);
  });
  await meet.promise;
  await Promise.all([
    settling,
    change(sql`update commitments set ended_on = '2025-04-20' where for_name = 'Hythe'`),
  ]);
  await inside(expectDaysCounted);
});

test('a promise knows of its line whether it is there and who answers for it', async () => {
  const { rows } = await inside(({ db }) =>
    sql<{
      id: string;
    }>`insert into owners (kind, name, created_at, changed_at) values ('post', 'Press officer', now(), now())
      returning id`.execute(db),
  );
  await change(
    sql`update lines set accountable_id = ${rows[0]!.id}, accountable = 'Press officer' where id = ${staged.line}`,
  );
  assert.deepEqual(await taken(), { there: true, owner: rows[0]!.id });
  await change(sql`update lines set state = 'superseded' where id = ${staged.line}`);
  assert.deepEqual(await taken(), { there: false, owner: rows[0]!.id });
  await change(sql`update lines set state = 'complete' where id = ${staged.line}`);
  await inside(expectDaysCounted);
});

test('a line that is taken out and comes back under its own identity is known to be gone, and back', async () => {
  const { plan, line } = staged;
  await inside(within => removeLines(within, { plan, lines: [{ id: line }], reason: 'twice' }, now));
  assert.deepEqual(await taken(), { there: false, owner: null });
  await inside(within => restoreLines(within, { plan, lines: [line] }, now));
  assert.equal((await taken()).there, true);
  await inside(expectDaysCounted);
});
