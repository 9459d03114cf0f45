import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Change } from '../../../platform/history/history.ts';
import { FIELDS, type Field } from '../../../reading/reading.ts';
import type { NamedOwner } from '../../organisations/index.ts';
import type { Column } from '../plan.ts';
import { type LineValues, undone, valuesOf } from '../rules/line-changes.ts';
import type { Line } from './line.ts';

/** A line with its section and its owners in the register. */
export type StandingLine = Line & {
  section: string;
  accountable: string;
  accountableId: string | null;
  contributors: NamedOwner[];
};

export type StandingSection = { id: string; position: number; title: string; columns: Column[] };

/**
 * A whole plan as it stands, to be compared with a later edition of it. `stamp` is another one as soon as anything of
 * the plan or its lines is changed.
 */
export type StandingPlan = {
  id: string;
  title: string;
  kind: string;
  dated: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  stamp: string;
  sections: StandingSection[];
  lines: StandingLine[];
};

/** Undefined where it is not there, was taken out, or is another organisation's. Lines in their order. */
export async function standingPlan(within: Within, id: string): Promise<StandingPlan | undefined> {
  const { db } = within;
  const plan = await db
    .selectFrom('plans')
    .select(['id', 'title', 'kind', 'dated', 'period_from as periodFrom', 'period_to as periodTo'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!plan) return undefined;
  const sections = await db
    .selectFrom('plan_sections')
    .select(['id', 'position', 'title', 'columns'])
    .where('plan_id', '=', id)
    .orderBy('position')
    .execute();
  const lines = await db
    .selectFrom('lines')
    .select([...FIELDS, 'id', 'version', 'section_id as section', 'position', 'other', 'state', 'marking'])
    .select(['schedules', 'suggestions', 'doubts', 'tags', 'as_read as asRead'])
    .select(['accountable', 'accountable_id as accountableId'])
    .select(
      sql<
        NamedOwner[]
      >`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
        from line_contributors c join owners o on o.id = c.owner_id where c.line_id = lines.id)`.as(
        'contributors',
      ),
    )
    .where('plan_id', '=', id)
    .orderBy('position')
    .execute();
  const stamp = await planStamp(within, id);
  return {
    ...plan,
    stamp: stamp ?? '',
    sections: sections.map(section => ({ ...section, columns: section.columns as Column[] })),
    lines: lines as StandingLine[],
  };
}

/** What `standingPlan` gives as the stamp, without the plan. Undefined as there. */
export async function planStamp({ db }: Within, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', extract(epoch from p.changed_at), p.version,
      (select concat_ws(' ', count(*), sum(version), extract(epoch from max(changed_at)))
        from lines where plan_id = p.id)) as stamp
    from plans p where id = ${id} and removed_at is null
  `.execute(db);
  return rows[0]?.stamp;
}

export type LineThen = { id: string; values: LineValues; section: string };

/**
 * The lines of a plan as they stood at a moment: what was changed since is taken back. Lines that came later are not
 * among them; those that were taken out since are, behind the others.
 */
export async function linesAt(within: Within, plan: StandingPlan, at: Temporal.Instant): Promise<LineThen[]> {
  const { db } = within;
  const { rows: later } = await sql<{ id: string }>`
    select id from lines where plan_id = ${plan.id} and created_at > ${at}
  `.execute(db);
  const { rows } = await sql<{ id: string; changes: Change[] }>`
    select h.subject_id as id, h.changes
    from (select id from lines where plan_id = ${plan.id} union all
        select id from removed_lines where plan_id = ${plan.id} and removed_at > ${at}) l
      join history h on h.subject_kind = 'line' and h.subject_id = l.id and h.at > ${at}
    order by h.number desc
  `.execute(db);
  const came = new Set(later.map(line => line.id));
  const since = Map.groupBy(rows, row => row.id);
  const titles = new Map(plan.sections.map(section => [section.id, section.title]));
  return [...plan.lines, ...(await removedSince(within, plan.id, at))]
    .filter(line => !came.has(line.id))
    .map(line => {
      const changes = since.get(line.id)?.flatMap(row => row.changes) ?? [];
      const values = undone({ ...valuesOf(line), section: titles.get(line.section) ?? '' }, changes);
      return { id: line.id, values, section: values.section ?? '' };
    });
}

type RemovedLine = Pick<StandingLine, Field | 'id' | 'section' | 'other' | 'state' | 'marking' | 'tags'>;

/** Lines that stood in the plan at a moment and were taken out later. */
async function removedSince({ db }: Within, plan: string, at: Temporal.Instant): Promise<RemovedLine[]> {
  const { rows } = await sql<{ row: RemovedLine & { section_id: string } }>`
    select line -> 'row' as row from removed_lines
    where plan_id = ${plan} and removed_at > ${at} and (line -> 'row' ->> 'created_at')::timestamptz <= ${at}
    order by position
  `.execute(db);
  return rows.map(({ row }) => ({ ...row, section: row.section_id }));
}

export type LatestChange = { line: string; field: string; who: string; at: Temporal.Instant };

/** Who changed a field of these lines last, and when; the newest first. */
export async function latestChanges({ db }: Within, lines: string[]): Promise<LatestChange[]> {
  const { rows } = await sql<LatestChange>`
    select distinct on (h.subject_id, change ->> 'field')
      h.subject_id as line, change ->> 'field' as field, h.actor_name as who, h.at
    from history h, jsonb_array_elements(h.changes) as change
    where h.subject_kind = 'line' and h.subject_id = any(${lines}::uuid[])
    order by h.subject_id, change ->> 'field', h.number desc
  `.execute(db);
  return rows;
}

export type PlanToChoose = { id: string; title: string; lines: number; changedAt: Temporal.Instant };

/** Plans that a document may be an edition of, by words of their titles; the latest changed first. */
export async function plansToChoose(
  { db }: Within,
  { words, ids, most }: { words?: string; ids?: string[]; most: number },
): Promise<PlanToChoose[]> {
  const like = words ? sql`and title ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}` : sql``;
  const among = ids ? sql`and id = any(${ids}::uuid[])` : sql``;
  const { rows } = await sql<PlanToChoose>`
    select id, title, changed_at as "changedAt",
      (select coalesce(sum(lines), 0)::int from line_tallies t where t.plan_id = p.id) as lines
    from plans p where removed_at is null ${like} ${among}
    order by changed_at desc, id limit ${most}
  `.execute(db);
  return rows;
}
