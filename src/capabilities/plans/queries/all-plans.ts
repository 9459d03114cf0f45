import { sql } from 'kysely';
import { LruMap } from 'toad-cache';
import type { Within } from '../../../platform/database/database.ts';
import type { Marking } from '../plan.ts';
import type { Filter } from '../rules/asked.ts';
import { type Tallies, type Tally, talliesFor } from '../rules/tallies.ts';
import { MOST_OWNERS, type OwnerChoice } from './facts.ts';

export type PlanChoice = { id: string; title: string; marking: Marking };

/** What stands around the lines of all plans, in the order of their titles. Owners as around one plan. */
export type AllFacts = { plans: PlanChoice[]; tallies: Tally[]; owners: OwnerChoice[] };

/** The same with how many lines match a filter; its owner and its words apart. */
export type AllAround = Omit<AllFacts, 'tallies'> & { tallies: Tallies };

/** Some 100 KB each, for an organisation of hundreds of plans. */
const MOST_KEPT = 30;

/** By organisation and the digest of its plans' names and numbers: as true as the facts of each plan are. */
const kept = new LruMap<AllFacts>(MOST_KEPT);

/**
 * Asked for in a transaction that changes nothing. Which plans there are, what they are called and the number of each
 * one's facts are asked for every time; what follows from them only when they are not those that this process knows.
 */
export async function allPlansAround(within: Within, filter: Filter): Promise<AllAround> {
  const { owner } = filter;
  const found = await sql<{ digest: string | null; chosen: OwnerChoice | null }>`
    select md5(string_agg(concat_ws(' ', p.id, p.facts_version, p.marking, p.title), ';' order by p.id)) as digest,
      ${owner ? chosenOwner(owner) : sql`null::json`} as chosen
    from plans p where p.removed_at is null
  `.execute(within.db);
  const { digest, chosen } = found.rows[0]!;
  const { plans, tallies, owners } = await allFacts(within, digest ?? '');
  const known = !chosen || owners.some(one => one.key === chosen.key);
  return { plans, owners: known ? owners : [chosen, ...owners], tallies: talliesFor(tallies, filter) };
}

const chosenOwner = (owner: string) => sql`(
  select json_build_object('key', t.owner_key, 'owner', min(t.owner), 'lines', sum(t.lines))
  from plans q join owner_tallies t on t.plan_id = q.id and t.owner_key = ${owner} and t.lines > 0
  where q.removed_at is null group by t.owner_key)`;

async function allFacts(within: Within, digest: string): Promise<AllFacts> {
  if (within.sight) return askFacts(within); // as for one plan
  const key = `${within.organisation} ${digest}`;
  const known = kept.get(key);
  if (known) return known;
  const facts = await askFacts(within);
  kept.set(key, facts);
  return facts;
}

async function askFacts({ db }: Within): Promise<AllFacts> {
  const found = await sql<AllFacts>`select
    (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'marking', marking)
      order by lower(title), id), '[]') from plans where removed_at is null) as plans,
    (select coalesce(json_agg(kind), '[]') from (select '' as section, t.state, t.owned, t.dated, t.doubtful,
        sum(t.lines)::int as lines
      from line_tallies t join plans p on p.id = t.plan_id where p.removed_at is null and t.lines > 0
      group by 2, 3, 4, 5) kind) as tallies,
    (select coalesce(json_agg(first), '[]') from (select t.owner_key as key, min(t.owner) as owner, sum(t.lines)::int as lines
      from owner_tallies t join plans p on p.id = t.plan_id where p.removed_at is null and t.lines > 0
      group by 1 order by 1 limit ${sql.lit(MOST_OWNERS + 1)}) first) as owners
  `.execute(db);
  return found.rows[0]!;
}
