import { sql } from 'kysely';
import { LruMap } from 'toad-cache';
import type { Within } from '../../../platform/database/database.ts';
import type { Column } from '../plan.ts';
import type { Tally } from '../rules/tallies.ts';

export type Section = { id: string; title: string; columns: Column[] };

export type OwnerChoice = { key: string; owner: string; lines: number };

/** What stands around a plan's lines and changes seldom. Owners in the order of their names, the first of them. */
export type PlanFacts = { sections: Section[]; tallies: Tally[]; owners: OwnerChoice[] };

/** A select of more owners than this is no help; the search finds the others. One more says that there are others. */
export const MOST_OWNERS = 200;

/** Some 50 KB each, for the largest plans. */
const MOST_KEPT = 100;

/** By plan and number. What has no entry any more under its number is the past of a plan, and falls out in time. */
const kept = new LruMap<PlanFacts>(MOST_KEPT);

/**
 * The facts that a plan had when it had this number. Asked for in a transaction that changes nothing, and after the
 * plan itself was found there: what another organisation has is not found, and so not asked for here.
 */
export async function planFacts(within: Within, plan: string, version: number): Promise<PlanFacts> {
  if (within.sight) return askFacts(within, plan); // counted anew of what they may see, and known to nobody else
  const key = `${plan} ${version}`;
  const known = kept.get(key);
  if (known) return known;
  const facts = await askFacts(within, plan);
  kept.set(key, facts);
  return facts;
}

type FactsRow = {
  sections: Section[];
  tallies: Tally[];
  /** Three lists and not one of records, which takes the database twice as long. */
  owners: { keys: string[]; names: string[]; lines: number[] };
};

async function askFacts({ db }: Within, plan: string): Promise<PlanFacts> {
  const found = await sql<FactsRow>`select
    (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'columns', columns) order by position), '[]')
      from plan_sections where plan_id = ${plan}) as sections,
    (select coalesce(json_agg(json_build_object('section', section_id, 'state', state, 'owned', owned, 'dated', dated,
      'doubtful', doubtful, 'lines', lines)), '[]') from line_tallies where plan_id = ${plan} and lines > 0) as tallies,
    (select json_build_object('keys', coalesce(array_agg(owner_key), '{}'), 'names', coalesce(array_agg(owner), '{}'),
      'lines', coalesce(array_agg(lines), '{}'))
      from (select owner_key, owner, lines from owner_tallies where plan_id = ${plan} and lines > 0
        order by owner_key limit ${sql.lit(MOST_OWNERS + 1)}) first) as owners
  `.execute(db);
  const { sections, tallies, owners } = found.rows[0]!;
  const choices = owners.keys.map((key, at) => ({ key, owner: owners.names[at]!, lines: owners.lines[at]! }));
  return { sections, tallies, owners: choices };
}
