import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { json } from '../../../../platform/database/json.ts';
import { knownOwners, ownersCalled } from '../../../organisations/index.ts';
import type { BulkChange } from '../../queries/bulk.ts';
import { type WeighedLine, weighLine } from '../../rules/bulk/weigh.ts';
import { typedOwner } from '../../rules/line-owners.ts';
import { timingFacts } from '../../rules/read-again.ts';
import type { Occasion } from '../save-line.ts';

type Row = WeighedLine & {
  number: number;
  id: string;
  plan: string;
  there: boolean;
  version: number;
  dated: string | null;
  periodFrom: string | null;
  periodTo: string | null;
};

/** Works out what a change would do to the next lines that were not looked at yet, as they stand now. */
export async function weighLines(
  within: Within,
  { id, wanted }: BulkChange,
  most: number,
  { today, ownYear }: Occasion,
): Promise<void> {
  const owner = wanted.accountable === undefined ? undefined : await asKnown(within, wanted.accountable);
  const lines = await nextLines(within, id, most);
  const weighed = lines.map(line => {
    const { number, id: lineId, plan, there, version } = line;
    const found = there
      ? weighLine(line, wanted, { facts: timingFacts(line, { today, ownYear }), owner })
      : { outcome: 'alone', why: 'removed' };
    return { number, line: lineId, plan, version, ...found };
  });
  // as rows that are there already, each found by its key: joined by an update, the database that has not yet counted a
  // change of 25,000 lines compared each with each, which took a minute
  await sql`
    insert into bulk_change_lines (change_id, number, line_id, plan_id, version, outcome, why, after, before, changes)
    select ${id}::uuid, w.number, w.line, w.plan, w.version, w.outcome, w.why, w.after, w.before, coalesce(w.changes, '[]')
    from jsonb_to_recordset(${json(weighed)}) as w (number int, line uuid, plan uuid, version int, outcome text, why text,
      after jsonb, before jsonb, changes jsonb)
    on conflict (change_id, number) do update set version = excluded.version, outcome = excluded.outcome,
      why = excluded.why, after = excluded.after, before = excluded.before, changes = excluded.changes
  `.execute(within.db);
}

/** As the register calls them, or as somebody new to it. */
async function asKnown(within: Within, name: string): Promise<{ id?: string; name: string } | null> {
  const typed = typedOwner(name);
  if (!typed) return null;
  const known = knownOwners(await ownersCalled(within, [typed.name]))(typed.name);
  return known ? { id: known.owner.id, name: known.owner.name } : { name: typed.name };
}

async function nextLines({ db }: Within, change: string, most: number): Promise<Row[]> {
  const found = await sql<Row>`
    select b.number, b.line_id as id, b.plan_id as plan, l.id is not null as there, coalesce(l.version, 0) as version, l.state, l.marking, l."when", l.tags,
      l.schedules, l.suggestions, l.doubts, p.dated, p.period_from as "periodFrom", p.period_to as "periodTo",
      case when l.accountable_id is not null
        then json_build_object('id', l.accountable_id, 'name', l.accountable) end as accountable,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name)), '[]')
        from line_contributors c join owners o on o.id = c.owner_id where c.line_id = l.id) as contributors
    from (select * from bulk_change_lines where change_id = ${change} and version is null
      order by number limit ${sql.lit(most)}) b
    left join lines l on l.id = b.line_id and not l.shelved
    join plans p on p.id = b.plan_id
    order by b.number
  `.execute(db);
  return found.rows;
}
