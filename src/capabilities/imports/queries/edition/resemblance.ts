import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import {
  type PlanKnown,
  type Resemblance,
  type Resembling,
  resembling,
} from '../../rules/edition/resembling.ts';
import type { Outline } from '../../stored-reading.ts';

/** What a line is about, its case and punctuation aside; empty where it says neither what nor to whom. */
const sayingOf = (cell: (name: string) => ReturnType<typeof sql>) => sql`
  btrim(regexp_replace(lower(coalesce(nullif(btrim(concat(${cell('recommendation')}, ' ', ${cell('what')})), ''),
    concat(${cell('audience')}, ' ', ${cell('how')}))), '\\W+', ' ', 'g'))`;

/** The plans that a document, as it was read, looks like a later edition of. */
export async function resemblingPlans(
  within: Within,
  reading: string,
  { document, figures, identity }: Outline,
): Promise<Resembling[]> {
  const plans = await knownPlans(within);
  if (!plans.length) return [];
  const facts: Resemblance = {
    title: document.title,
    kind: document.kind,
    lines: figures.lines,
    exportOf: await planOfExport(within, identity),
    identified: await identifiedRows(within, reading),
    alike: await alikeRows(within, reading),
  };
  return resembling(facts, plans);
}

async function knownPlans({ db }: Within): Promise<PlanKnown[]> {
  const { rows } = await sql<PlanKnown>`
    select id, title, kind,
      (select coalesce(sum(lines), 0)::int from line_tallies t where t.plan_id = p.id) as lines
    from plans p where removed_at is null
  `.execute(db);
  return rows;
}

async function planOfExport({ db }: Within, identity: string | undefined): Promise<string | undefined> {
  if (!identity) return undefined;
  const row = await db.selectFrom('exports').select('plan_id').where('id', '=', identity).executeTakeFirst();
  return row?.plan_id ?? undefined;
}

async function identifiedRows({ db }: Within, reading: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ plan: string; rows: number }>`
    select l.plan_id as plan, count(*)::int as rows
    from reading_lines r join lines l on l.id::text = r.line ->> 'identity'
    where r.reading_id = ${reading} and r.line ? 'identity' group by 1
  `.execute(db);
  return new Map(rows.map(row => [row.plan, row.rows]));
}

async function alikeRows({ db }: Within, reading: string): Promise<Map<string, number>> {
  const read = sayingOf(name => sql`line ->> ${sql.lit(name)}`);
  const kept = sayingOf(name => sql`l.${sql.ref(name)}`);
  const { rows } = await sql<{ plan: string; rows: number }>`
    with mine as (select distinct ${read} as saying from reading_lines where reading_id = ${reading})
    select l.plan_id as plan, count(distinct mine.saying)::int as rows
    from lines l join mine on mine.saying = ${kept}
    where mine.saying <> '' group by 1
  `.execute(db);
  return new Map(rows.map(row => [row.plan, row.rows]));
}
