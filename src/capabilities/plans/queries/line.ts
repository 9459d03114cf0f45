import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import { FIELDS, type Field, type State } from '../../../reading/reading.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import type { NamedOwner } from '../../organisations/index.ts';
import type { AsRead, Column, Marking } from '../plan.ts';

/** One line with everything that is kept of it. */
export type Line = Record<Field, string> & {
  id: string;
  position: number;
  other: Record<string, string>;
  state: State;
  marking: Marking;
  tags: string[];
  schedules: Schedule[];
  suggestions: (Schedule & { field: Field })[];
  doubts: { field: string; reason: string }[];
  version: number;
  asRead: AsRead | null;
};

/** A line with what stands around it: its section's columns, its plan, and the lines beside it. */
export type LineInPlan = {
  line: Line;
  section: { id: string; title: string; columns: Column[] };
  /** Those of the register who have it: at most one answers for it. */
  owners: { accountable: NamedOwner | null; contributors: NamedOwner[] };
  plan: {
    id: string;
    title: string;
    marking: Marking;
    dated: string | null;
    periodFrom: string | null;
    periodTo: string | null;
  };
  before: string | null;
  after: string | null;
};

const beside = (condition: ReturnType<typeof sql>) => sql<string | null>`
  (select b.id from lines b where b.plan_id = lines.plan_id and ${condition} limit 1)`;

const contributors = sql<NamedOwner[]>`
  (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name)), '[]')
    from line_contributors c join owners o on o.id = c.owner_id where c.line_id = lines.id)`;

const findLine = writtenOnce((db, plan: string, id: string) =>
  db
    .selectFrom('lines')
    .innerJoin('plan_sections as s', 's.id', 'lines.section_id')
    .innerJoin('plans as p', 'p.id', 'lines.plan_id')
    .select(FIELDS.map(field => `lines.${field}` as const))
    .select(['lines.id', 'lines.position', 'lines.other', 'lines.state', 'lines.marking', 'lines.tags'])
    .select(['lines.schedules', 'lines.suggestions', 'lines.doubts', 'lines.version'])
    .select(['lines.as_read as asRead', 'lines.accountable', 'lines.accountable_id as accountableId'])
    .select(contributors.as('contributors'))
    .select([
      's.id as sectionId',
      's.title as sectionTitle',
      's.columns',
      'p.title as planTitle',
      'p.marking as planMarking',
    ])
    .select(['p.dated', 'p.period_from as periodFrom', 'p.period_to as periodTo'])
    .select([
      beside(sql`b.position < lines.position order by b.position desc`).as('before'),
      beside(sql`b.position > lines.position order by b.position`).as('after'),
    ])
    .where('lines.id', '=', id)
    .where('lines.plan_id', '=', plan)
    .where('p.removed_at', 'is', null),
);

export async function lineInPlan(within: Within, plan: string, id: string): Promise<LineInPlan | undefined> {
  const [row] = await findLine(within, plan, id);
  if (!row) return undefined;
  const {
    sectionId,
    sectionTitle,
    columns,
    planTitle,
    planMarking,
    dated,
    periodFrom,
    periodTo,
    before,
    after,
    accountable,
    accountableId,
    contributors: contributing,
    ...line
  } = row;
  return {
    line: line as Line,
    section: { id: sectionId, title: sectionTitle, columns: columns as Column[] },
    owners: {
      accountable: accountableId ? { id: accountableId, name: accountable } : null,
      contributors: contributing,
    },
    plan: { id: plan, title: planTitle, marking: planMarking as Marking, dated, periodFrom, periodTo },
    before,
    after,
  };
}
