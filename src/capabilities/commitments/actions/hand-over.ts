import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { HandsOver, Held, Leaver, Taken } from '../../organisations/index.ts';
import { promiseAddress } from '../promise.ts';
import { giveToOwner } from './follow-owners.ts';

type Row = { id: string; promise: string; name: string; note: string; total: number };
type Kind = 'promise' | 'promise-for';

const TITLES: Record<Kind, string> = {
  promise: 'Promises that they keep',
  'promise-for': 'Promises that they keep for somebody or some place',
};

const UNTAKEN =
  'They keep the name of somebody who left, and nobody is asked for them until you give them to others.';

const ASKED: Record<Kind, (owners: string[]) => ReturnType<typeof sql<Row>>> = {
  promise: owners => sql<Row>`
    select p.id, p.id as promise, p.about as name, pl.title as note, count(*) over ()::int as total
    from promises p join plans pl on pl.id = p.plan_id and pl.removed_at is null
    where p.owner_id = any(${owners}::uuid[]) and p.ended_on is null order by lower(pl.title), p.about, p.id`,
  'promise-for': owners => sql<Row>`
    select c.id, p.id as promise, c.for_name as name, p.about as note, count(*) over ()::int as total
    from commitments c join promises p on p.id = c.promise_id and p.ended_on is null
      join plans pl on pl.id = p.plan_id and pl.removed_at is null
    where c.owner_id = any(${owners}::uuid[]) and c.ended_on is null order by p.about, lower(c.for_name), c.id`,
};

async function held({ db }: Within, { owners }: Leaver, most: number): Promise<Held[]> {
  if (!owners.length) return [];
  const ids = owners.map(({ id }) => id);
  const all: Held[] = [];
  for (const kind of Object.keys(ASKED) as Kind[]) {
    const { rows } = await sql<Row>`${ASKED[kind](ids)} limit ${most}`.execute(db);
    const things = rows.map(({ id, promise, name, note }) => ({
      id,
      name,
      note,
      href: promiseAddress(promise),
    }));
    if (things.length)
      all.push({
        kind,
        title: TITLES[kind],
        taker: 'owner',
        things,
        total: rows[0]!.total,
        untaken: UNTAKEN,
      });
  }
  return all;
}

const some = ({ things }: Taken) =>
  'these' in things ? sql`t.id = any(${things.these}::uuid[])` : sql`t.id <> all(${things.besides}::uuid[])`;

/** How promises go to others when whoever keeps them leaves. */
export const promisesHandOver: HandsOver = {
  held,
  handOver: async (within, { owners }, taken, now) => {
    if (!(taken.kind in TITLES)) return;
    const which = {
      promises: taken.kind === 'promise' ? some(taken) : null,
      commitments: taken.kind === 'promise-for' ? some(taken) : null,
    };
    for (const from of owners) await giveToOwner(within, { from, into: taken.to }, which, now);
  },
};
