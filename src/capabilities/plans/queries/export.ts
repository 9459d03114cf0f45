import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type DocumentKind, FIELDS } from '../../../reading/reading.ts';
import type { Beside, Column, Marking } from '../plan.ts';
import { type Asked, inDocumentOrder, isFiltered } from '../rules/asked.ts';
import type { Exported, ExportedLine, ExportedPlan, KeptOfLine } from '../rules/export/exported.ts';
import { linesInOrder } from './lines-in-order.ts';

/** Given out at once; a spreadsheet of more is no help, and their words take a tenth of a gigabyte. */
export const MOST_EXPORTED = 25_000;

/** `order`: the lines as they were asked for, whatever their sections. */
type Found = Exported & { order: string[] };

type FoundLine = ExportedLine & KeptOfLine & { id: string; plan: string; section: string };

/** All lines that are asked for, with their plans; nothing where the one plan that is named is not there. */
export async function linesToExport(within: Within, asked: Asked): Promise<Found | 'too-many' | undefined> {
  const lines = await linesAskedFor(within, asked);
  if (lines.length > MOST_EXPORTED) return 'too-many';
  const byPlan = Map.groupBy(lines, line => line.plan);
  const whole = Boolean(asked.plan) && !isFiltered(asked) && !asked.columns && inDocumentOrder(asked);
  const plans = await plansWith(within, asked.plan ? [asked.plan] : [...byPlan.keys()], { whole, byPlan });
  if (asked.plan && !plans.length) return undefined;
  return { plans, title: await titleOf(within, asked, plans), whole, order: lines.map(({ id }) => id) };
}

const COLUMNS = sql.join([
  sql`l.id, l.plan_id as plan, l.section_id as section, l.position, l.reference_key as key`,
  ...FIELDS.map(field => sql`l.${sql.ref(field)}`),
  sql`l.other, l.state, l.marking, l.schedules, l.accountable, l.tags, l.doubts, l.changed_at as "changedAt"`,
]);

async function linesAskedFor(within: Within, asked: Asked): Promise<FoundLine[]> {
  const wanted = { ...asked, cursor: undefined };
  const { rows } = await sql<FoundLine & { changedAt: Temporal.Instant }>`${linesInOrder(wanted, {
    columns: COLUMNS,
    most: MOST_EXPORTED + 1,
  })}`.execute(within.db);
  const helpers = await contributorsOf(within, [...new Set(rows.map(line => line.plan))]);
  return rows.map(({ changedAt, position, accountable, tags, doubts, ...line }) => {
    const contributors = helpers.get(line.id) ?? [];
    const kept = { position, accountable, contributors, tags, doubts, changed: changedAt.toString() };
    return { ...line, ...kept, kept };
  });
}

async function contributorsOf({ db }: Within, plans: string[]): Promise<Map<string, string[]>> {
  if (!plans.length) return new Map();
  const rows = await db
    .selectFrom('line_contributors as c')
    .innerJoin('owners as o', 'o.id', 'c.owner_id')
    .select(['c.line_id as line', 'o.name'])
    .where('c.plan_id', 'in', plans)
    .orderBy('o.name')
    .execute();
  const byLine = Map.groupBy(rows, row => row.line);
  return new Map([...byLine].map(([line, found]) => [line, found.map(({ name }) => name)]));
}

type Filled = { whole: boolean; byPlan: Map<string, FoundLine[]> };

/** Plans in the order of their titles, with their sections; only a whole plan keeps those without lines. */
async function plansWith({ db }: Within, ids: string[], { whole, byPlan }: Filled): Promise<ExportedPlan[]> {
  if (!ids.length) return [];
  const plans = await db
    .selectFrom('plans')
    .select(['id', 'title', 'kind', 'marking', 'dated', 'period_from as periodFrom', 'period_to as periodTo'])
    .select('beside')
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy(sql`lower(title)`)
    .orderBy('id')
    .execute();
  const sections = await db
    .selectFrom('plan_sections')
    .select(['id', 'plan_id as plan', 'title', 'columns'])
    .where('plan_id', 'in', ids)
    .orderBy('position')
    .execute();
  return plans.map(plan => {
    const bySection = Map.groupBy(byPlan.get(plan.id) ?? [], line => line.section);
    const own = sections
      .filter(section => section.plan === plan.id && (whole || bySection.has(section.id)))
      .map(({ id, title, columns }) => ({
        title,
        columns: columns as Column[],
        lines: (bySection.get(id) ?? []).map(line => ({ ...line, section: title })),
      }));
    return {
      ...plan,
      kind: plan.kind as DocumentKind,
      marking: plan.marking as Marking,
      beside: whole ? (plan.beside as Beside) : {},
      sections: own,
    };
  });
}

/** A view of somebody else's own gives no name. */
async function titleOf({ db, actor }: Within, { view, plan }: Asked, plans: ExportedPlan[]): Promise<string> {
  const named =
    view &&
    (await db
      .selectFrom('views')
      .select('name')
      .where('id', '=', view)
      .where('removed_at', 'is', null)
      .where(seen => seen.or([seen('shared', '=', true), seen('made_by', '=', actor.id)]))
      .executeTakeFirst());
  return named ? named.name : plan ? plans[0]!.title : 'Lines of all plans';
}
