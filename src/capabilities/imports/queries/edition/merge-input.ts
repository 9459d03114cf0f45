import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { FIELDS, type ReadLine } from '../../../../reading/reading.ts';
import {
  knownHeadings,
  type LineValues,
  linesAt,
  planThen,
  readBack,
  type StandingPlan,
  standingPlan,
  valuesOf,
} from '../../../plans/index.ts';
import { nearestBase } from '../../rules/edition/nearest-base.ts';
import { asReadBack } from '../../rules/merge/as-read-back.ts';
import { cellsOf, fileRows } from '../../rules/merge/file-rows.ts';
import type { BaseLine, Cells, FileRow, MergeInput } from '../../rules/merge/merging.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { allLines } from '../lines.ts';
import type { Base } from './merges.ts';

/** Older ones are not looked at for a file that does not say which it is. */
const MOST_EXPORTS = 5;

export type ToMerge = { plan: StandingPlan; lines: ReadLine[]; input: MergeInput; base: Base };

/** All that an edition is compared with; undefined where the plan is not there any more. */
export async function toMerge(
  within: Within,
  reading: StoredReading,
  plan: string,
): Promise<ToMerge | undefined> {
  const standing = await standingPlan(within, plan);
  if (!standing || !reading.outline) return undefined;
  const lines = await allLines(within, reading.id);
  const rows = fileRows({ lines, tables: reading.outline.tables }, knownHeadings(standing.sections));
  const known = await baseFor(within, standing, { reading, rows });
  const { basis } = known;
  const identity = reading.outline.identity !== undefined;
  const base =
    basis.kind === 'export' ? shownByExport(known.base, standing, { ...basis, identity }) : known.base;
  const titles = new Map(standing.sections.map(section => [section.id, section.title]));
  const ours = standing.lines.map(line => ({
    id: line.id,
    version: line.version,
    cells: cellsIn({ ...valuesOf(line), section: titles.get(line.section) ?? '' }),
  }));
  return { plan: standing, lines, input: { lines: ours, base, rows }, base: basis };
}

/** The base as an export shows it that nobody touched: what reading makes of its cells is no edit. */
function shownByExport(
  base: BaseLine[],
  plan: StandingPlan,
  { at, format, identity }: { at: string; format: string; identity: boolean },
): BaseLine[] {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDate();
  const back = readBack(planThen(plan, base), { today, known: identity, oneTable: format === 'csv' });
  return asReadBack(base, fileRows(back, knownHeadings(plan.sections)));
}

/** The cells that a document can say; markings, tags and who answers are nothing that a file may change. */
const cellsIn = (values: LineValues): Cells =>
  Object.fromEntries(Object.entries(values).filter(([name]) => SAID.has(name) || name.startsWith('other:')));

const SAID = new Set<string>([...FIELDS, 'state', 'section']);

type Known = { base: BaseLine[]; basis: Base };

/** As it was given out, where the file says when; else what of the plan was read or given out last and is nearest to the file. */
async function baseFor(
  within: Within,
  plan: StandingPlan,
  { reading, rows }: { reading: StoredReading; rows: FileRow[] },
): Promise<Known> {
  const identity = reading.outline?.identity;
  const [named] = identity ? await exportsOf(within, plan.id, identity) : [];
  if (named) return exportBase(within, plan, named);
  const read = await lastReading(within, plan.id);
  const given = await exportsOf(within, plan.id);
  const bases = [...(read ? [read] : [])];
  for (const one of given) bases.push(await exportBase(within, plan, one));
  return nearestBase(bases, rows) ?? { base: [], basis: { kind: 'none' } };
}

type Exported = { at: Temporal.Instant; format: string; lines: number };

/** The newest first; with an identity only that one, if it is of this plan. */
async function exportsOf({ db }: Within, plan: string, identity?: string): Promise<Exported[]> {
  const rows = db
    .selectFrom('exports')
    .select(['made_at as at', 'format', 'lines'])
    .where('plan_id', '=', plan)
    .orderBy('made_at', 'desc')
    .limit(MOST_EXPORTS);
  return (identity ? rows.where(sql<boolean>`id::text = ${identity}`) : rows).execute();
}

async function exportBase(
  within: Within,
  plan: StandingPlan,
  { at, format, lines: given }: Exported,
): Promise<Known> {
  const lines = await linesAt(within, plan, at);
  return {
    base: lines.map(({ id, values }) => ({ id, cells: cellsIn(values) })),
    basis: { kind: 'export', at: at.toString(), format, ...(given < lines.length && { partial: true }) },
  };
}

/** What the document said that the plan was made of, or that was last worked into it. */
async function lastReading(within: Within, plan: string): Promise<Known | undefined> {
  const { rows } = await sql<{ id: string; name: string; at: Temporal.Instant }>`
    select r.id, r.file_name as name, coalesce(m.accepted_at, r.given_at) as at
    from readings r left join merges m on m.reading_id = r.id and m.status = 'accepted'
    where r.plan_id = ${plan} and r.status = 'accepted'
    order by 3 desc limit 1
  `.execute(within.db);
  const [reading] = rows;
  if (!reading) return undefined;
  const read = await within.db
    .selectFrom('reading_lines')
    .select(['line_id', 'line'])
    .where('reading_id', '=', reading.id)
    .where('line_id', 'is not', null)
    .orderBy('position')
    .execute();
  return {
    base: read.map(row => ({ id: row.line_id!, cells: cellsOf(row.line as ReadLine) })),
    basis: { kind: 'reading', at: reading.at.toString(), name: reading.name },
  };
}
