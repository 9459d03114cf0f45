import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { HandsOver, Held, Leaver, NamedOwner, Taken } from '../../organisations/index.ts';
import { handOver, plansHandedOver, tell } from './follow-owners.ts';

type Row = { id: string; plan: string; name: string; note: string; total: number };
type Kind = 'line' | 'contribution' | 'plan';

const TITLES: Record<Kind, string> = {
  line: 'Lines that they answer for',
  contribution: 'Lines that they contribute to',
  plan: 'Plans that they own',
};

const UNTAKEN: Record<Kind, string> = {
  line: 'They keep the name of somebody who left, and nobody is asked for them until you give them to somebody else.',
  contribution: 'They keep the name of somebody who left beside whoever answers for them.',
  plan: 'They keep the name of somebody who left until you give them to somebody else.',
};

const name = sql`coalesce(nullif(left(l.reference, 60), ''), 'Line ' || l.position)`;
const note = sql`p.title || ': ' || left(coalesce(nullif(l.what, ''), nullif(l.recommendation, ''), l.audience), 120)`;

const ASKED: Record<Kind, (owners: string[]) => RawBuilder<Row>> = {
  line: owners => sql<Row>`
    select l.id, p.id as plan, ${name} as name, ${note} as note, count(*) over ()::int as total
    from lines l join plans p on p.id = l.plan_id and p.removed_at is null where l.accountable_id = any(${owners}::uuid[])
    order by lower(p.title), p.id, l.position`,
  contribution: owners => sql<Row>`
    select l.id, p.id as plan, ${name} as name, ${note} as note, count(*) over ()::int as total
    from line_contributors c join lines l on l.id = c.line_id join plans p on p.id = l.plan_id and p.removed_at is null
    where c.owner_id = any(${owners}::uuid[]) order by lower(p.title), p.id, l.position`,
  plan: owners => sql<Row>`
    select p.id, p.id as plan, p.title as name, '' as note, count(*) over ()::int as total
    from plans p where p.owner_id = any(${owners}::uuid[]) and p.removed_at is null order by lower(p.title), p.id`,
};

async function held({ db }: Within, { owners }: Leaver, most: number): Promise<Held[]> {
  if (!owners.length) return [];
  const ids = owners.map(({ id }) => id);
  const all: Held[] = [];
  for (const kind of Object.keys(ASKED) as Kind[]) {
    const { rows } = await sql<Row>`${ASKED[kind](ids)} limit ${most}`.execute(db);
    const things = rows.map(({ id, plan, name: called, note: said }) => ({
      id,
      name: called,
      href: kind === 'plan' ? `/plans/${plan}` : `/plans/${plan}/lines/${id}`,
      ...(said && { note: said }),
    }));
    const untaken = UNTAKEN[kind];
    if (things.length)
      all.push({ kind, title: TITLES[kind], taker: 'owner', things, total: rows[0]!.total, untaken });
  }
  return all;
}

const some = (column: RawBuilder<unknown>, { things }: Taken): RawBuilder<unknown> =>
  'these' in things
    ? sql`${column} = any(${things.these}::uuid[])`
    : sql`${column} <> all(${things.besides}::uuid[])`;

type Pair = { from: NamedOwner; into: NamedOwner };

/** Whoever takes a line contributes to it no more. */
async function lines(within: Within, pair: Pair, taken: Taken, now: Temporal.Instant): Promise<void> {
  const { db } = within;
  const { rows } = await sql<{ id: string }>`
    select l.id from lines l where l.accountable_id = ${pair.from.id} and ${some(sql`l.id`, taken)}
    order by l.id for no key update of l`.execute(db);
  const ids = rows.map(({ id }) => id);
  await sql`delete from line_contributors where owner_id = ${pair.into.id} and line_id = any(${ids}::uuid[])`.execute(
    db,
  );
  const moved = await handOver(within, asMoved(ids), pair.into, now);
  await tell(within, { accountable: moved, contributing: [] }, pair, now);
}

/** Where they answer for the line, or contribute already, the other only leaves it. */
async function contributions(
  within: Within,
  { from, into }: Pair,
  taken: Taken,
  now: Temporal.Instant,
): Promise<void> {
  const { db } = within;
  const { rows } = await sql<{ id: string }>`
    select l.id from lines l join line_contributors c on c.line_id = l.id and c.owner_id = ${from.id}
    where ${some(sql`l.id`, taken)} order by l.id for no key update of l`.execute(db);
  const ids = rows.map(({ id }) => id);
  await sql`
    insert into line_contributors (plan_id, line_id, owner_id)
    select plan_id, id, ${into.id} from lines
    where id = any(${ids}::uuid[]) and accountable_id is distinct from ${into.id}::uuid
    on conflict do nothing`.execute(db);
  await sql`delete from line_contributors where owner_id = ${from.id} and line_id = any(${ids}::uuid[])`.execute(
    db,
  );
  const moved = await handOver(within, asMoved(ids), undefined, now);
  await tell(within, { accountable: [], contributing: moved }, { from, into }, now);
}

const asMoved = (ids: string[]) => ids.map(id => ({ id, doubled: false }));

async function plans(
  within: Within,
  { from, into }: Pair,
  taken: Taken,
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from plans p where p.owner_id = ${from.id} and ${some(sql`p.id`, taken)} order by id`.execute(
    within.db,
  );
  if (rows.length)
    await plansHandedOver(
      within,
      from,
      into,
      now,
      rows.map(({ id }) => id),
    );
}

const MOVERS: Record<string, typeof lines> = { line: lines, contribution: contributions, plan: plans };

/** How plans and their lines go to others when somebody leaves. */
export const plansHandOver: HandsOver = {
  held,
  handOver: async (within, { owners }, taken, now) => {
    for (const from of owners) await MOVERS[taken.kind]?.(within, { from, into: taken.to }, taken, now);
  },
};
