import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { State } from '../../../reading/reading.ts';
import type { OwnerLine, OwnerLines, OwnerTally } from '../../organisations/index.ts';
import { STATE_WORDS } from '../rules/words.ts';

/** Characters of a cell that are enough to know a line by. */
const SHOWN = 200;

/** How many lines each of these answers for, and to how many they contribute; of plans that were not taken out. */
async function tallies({ db }: Within, owners: string[]): Promise<Map<string, OwnerTally>> {
  if (!owners.length) return new Map();
  const { rows } = await sql<OwnerTally & { id: string }>`
    select o.id,
      (select count(*)::int from lines l join plans p on p.id = l.plan_id
        where l.accountable_id = o.id and p.removed_at is null) as accountable,
      (select count(*)::int from line_contributors c join plans p on p.id = c.plan_id
        where c.owner_id = o.id and p.removed_at is null) as contributes
    from unnest(${owners}::uuid[]) as o (id)
  `.execute(db);
  return new Map(rows.map(({ id, accountable, contributes }) => [id, { accountable, contributes }]));
}

type Row = {
  id: string;
  plan: string;
  title: string;
  position: number;
  reference: string;
  what: string;
  state: State;
  accountable: boolean;
};

async function page(
  { db }: Within,
  owner: string,
  { after, most }: { after: number; most: number },
): Promise<OwnerLine[]> {
  const words = (field: string) => sql`left(l.${sql.ref(field)}, ${sql.lit(SHOWN)})`;
  const { rows } = await sql<Row>`
    select l.id, p.id as plan, p.title, l.position, ${words('reference')} as reference, l.state, mine.accountable,
      coalesce(nullif(${words('what')}, ''), nullif(${words('recommendation')}, ''), ${words('audience')}) as what
    from (
      select id, true as accountable from lines where accountable_id = ${owner}
      union all select line_id, false from line_contributors where owner_id = ${owner}
    ) mine
    join lines l on l.id = mine.id
    join plans p on p.id = l.plan_id and p.removed_at is null
    order by mine.accountable desc, lower(p.title), p.id, l.position
    limit ${most} offset ${after}
  `.execute(db);
  return rows.map(({ id, plan, title, position, reference, what, state, accountable }) => ({
    href: `/plans/${plan}/lines/${id}`,
    name: reference.replace(/\s+/g, ' ').trim() || `Line ${position}`,
    plan: { title, href: `/plans/${plan}` },
    what,
    state: STATE_WORDS[state],
    accountable,
  }));
}

/** What the register of owners shows of plans. */
export const ownerLines: OwnerLines = { tallies, page };
