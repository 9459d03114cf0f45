import { sql } from 'kysely';
import type { Database, Within } from '../src/platform/database/database.ts';
import type { Visitor } from './browser.ts';
import { expectPage, type PageBench } from './pages.ts';

export const OCCURRENCES = 50_000;

/** How promises of a plan for wards and boards come: how many such, for how many each, every so many days, how long a window. */
const MIX = [
  { promises: 8, whom: 24, every: 7, window: 0 },
  { promises: 8, whom: 24, every: 14, window: 7 },
  { promises: 12, whom: 24, every: 30, window: 29 },
  { promises: 4, whom: 48, every: 91, window: 90 },
  { promises: 30, whom: 1, every: 7, window: 0 },
  { promises: 120, whom: 1, every: 30, window: 29 },
  { promises: 200, whom: 1, every: 91, window: 90 },
] as const;

/**
 * Two years of promises around today on lines that are there: about 50,000 occurrences, 2,000 of them in each month. Of those
 * that are over most were met, some late, and of one in ten nobody has said anything. One in eight is the visitor's own.
 */
export async function fillPromises(database: Database, organisation: string): Promise<void> {
  const who = { organisation, actor: { id: null, name: 'Bench' } };
  await database.inOrganisation(who, async within => {
    await meanTheVisitor(within);
    let first = 0;
    for (const kind of MIX) {
      await addPromises(within, kind, first);
      first += kind.promises;
    }
    await addOccurrences(within);
  });
}

/** Whoever looks is behind some of the names in the register. */
const meanTheVisitor = ({ db }: Within) =>
  sql`with me as (
      insert into people (name, email, account_id, created_at, changed_at)
      select 'Alex Bench', 'alex@ashmere.example', account_id, now(), now() from memberships returning id)
    update owners set person_id = me.id from me where owners.name like 'Officer %0'`.execute(db);

async function addPromises(
  { db }: Within,
  { promises, whom, every, window }: (typeof MIX)[number],
  first: number,
): Promise<void> {
  const series = { kind: 'days', windows: [], every, window };
  await sql`
    with chosen as (
      select id, plan_id, left(what, 80) as what from lines where marking = 'none' and accountable_id is not null
      order by md5(id::text) offset ${first}::int limit ${promises}::int
    ), kept as (
      insert into promises (plan_id, line_id, about, phrase, series, created_at, created_by, changed_at)
      select plan_id, id, what, '', ${JSON.stringify(series)}::jsonb, now(), 'Bench', now() from chosen returning id
    )
    insert into commitments (promise_id, for_kind, for_name, starts_on, created_at, changed_at)
    select kept.id, case when ${whom}::int > 1 then 'named' else '' end, case when ${whom}::int > 1 then 'Ward ' || n else '' end,
      current_date - 380, now(), now()
    from kept cross join generate_series(1, ${whom}::int) n`.execute(db);
}

const addOccurrences = ({ db }: Within) =>
  sql`
    insert into occurrences (commitment_id, promise_id, key, first_from, first_by, from_day, by_day, missed_from, outcome,
      done_on, settled_at, changed_at)
    select c.id, p.id, d.by_day::text, d.by_day - d.span, d.by_day, d.by_day - d.span, d.by_day, d.by_day + 1, w.outcome,
      case when w.outcome in ('met', 'late') then d.by_day end, case when w.outcome is not null then now() end, now()
    from commitments c join promises p on p.id = c.promise_id
    cross join lateral (
      select current_date - 380 + abs(hashtext(p.id::text)) % every + every * n as by_day, span
      from (select (p.series ->> 'every')::int as every, (p.series ->> 'window')::int as span) s, generate_series(0, 740 / every) n
    ) d
    cross join lateral (select abs(hashtext(c.id::text || d.by_day)) % 20 as luck) l
    cross join lateral (select case when d.by_day >= current_date or luck < 2 then null when luck < 4 then 'late'
      when luck < 5 then 'excused' else 'met' end as outcome) w`.execute(db);

/** What promises are begun the day by, and looked ahead with. */
export function promisePages(visitor: Visitor): PageBench[] {
  const see = (path: string) => () => expectPage(visitor, path);
  return [
    { name: 'Today, of everybody', bar: 4, request: see('/today') },
    { name: 'Today, one’s own', bar: 4, request: see('/today?whose=mine') },
    { name: 'a month of promises', bar: 6, request: see('/calendar') },
    { name: 'a week of promises', bar: 6, request: see('/calendar/week') },
    { name: 'four weeks of promises as an agenda', bar: 6, request: see('/calendar/agenda') },
    { name: 'a month of promises, what is missed', bar: 6, request: see('/calendar?state=missed') },
  ];
}
