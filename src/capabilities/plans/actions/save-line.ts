import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { lastEntry, recordAfter } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { FIELDS } from '../../../reading/reading.ts';
import type { YearFacts } from '../../../timing/schedule.ts';
import { linkLinesJob } from '../link-lines-job.ts';
import { type LineInPlan, lineInPlan } from '../queries/line.ts';
import { allCells } from '../rules/columns.ts';
import { CHANGED } from '../rules/deeds.ts';
import { edited } from '../rules/edited.ts';
import { type LineValues, valuesOf } from '../rules/line-changes.ts';
import { ownerValues } from '../rules/line-owners.ts';
import { type Readings, timingFacts } from '../rules/read-again.ts';
import { referenceKey } from '../rules/reference-key.ts';
import { tagsIn } from '../rules/tags.ts';
import { touchesRegisters } from '../rules/touches-registers.ts';
import { type OwnersOfLine, replaceContributors } from './line-owners.ts';
import { ownersTyped } from './owners-typed.ts';

export type SavedLine = { saved: string[]; line: LineInPlan };
export type LineNotSaved = Refusal<'not-found'> | (Refusal<'changed-meanwhile'> & { line: LineInPlan });

export type LineToSave = { plan: string; line: string; version: number; values: LineValues };
/** When it is saved, and how the organisation divides its year. */
export type Occasion = { now: Temporal.Instant; today: Temporal.PlainDate; ownYear?: YearFacts };

/**
 * Saves what somebody typed over a line as it stood in `version`, or refuses where it has been changed since. Times are
 * read anew, doubts of changed fields go, and the history of the line says what was before. `saved` names the fields
 * that differ; with none, nothing is written.
 */
export async function saveLine(
  within: Within,
  { plan, line: id, version, values }: LineToSave,
  { now, today, ownYear }: Occasion,
): Promise<SavedLine | LineNotSaved> {
  const line = await lineInPlan(within, plan, id);
  if (!line) return refuse('not-found');
  if (line.line.version !== version) return { ...refuse('changed-meanwhile'), line };
  const before = { ...valuesOf(line.line), ...ownerValues(line.owners) };
  const typed = known(values, line);
  const owners = await ownersTyped(within, line, typed, now);
  const { changes, after, readings } = edited(
    { values: before, readings: line.line },
    { ...typed, ...(owners && ownerValues(owners)) },
    timingFacts(line.plan, { today, ownYear }),
  );
  const saved = changes.map(change => change.field);
  if (!saved.length) return { saved, line };
  if (owners?.doubt) readings.doubts.push(owners.doubt);
  const subject = { kind: 'line', id };
  const [written, last] = await Promise.all([
    writeLine(within, { plan, line: id, version, values: after, saved, owners }, readings, now),
    lastEntry(within, subject),
  ]);
  if (!written) return changedMeanwhile(within, plan, id);
  if (owners && saved.includes('contributors'))
    await replaceContributors(within, plan, [{ line: id, contributors: owners.contributors }]);
  await recordAfter(within, subject, last, { action: CHANGED, changes, now });
  if (touchesRegisters(changes)) await enqueue(within, linkLinesJob, { plan, line: id }, now);
  return { saved, line };
}

/** Only what the line's pages offer: no columns that neither its table nor the line itself has. */
function known(values: LineValues, { line, section }: LineInPlan): LineValues {
  const cells = new Set<string>(allCells(section.columns, line.other).map(({ cell }) => cell));
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => cells.has(name) || BESIDE_CELLS.includes(name)),
  );
}

const BESIDE_CELLS = ['state', 'marking', 'accountable', 'contributors', 'tags'];

async function changedMeanwhile(within: Within, plan: string, id: string): Promise<LineNotSaved> {
  const line = await lineInPlan(within, plan, id);
  return line ? { ...refuse('changed-meanwhile'), line } : refuse('not-found');
}

/**
 * Line and plan in one statement: the plan's row is taken before the tallies are touched, which happens when the
 * statement ends, so that two people who save lines of one plan stand in line and never in each other's way.
 */
async function writeLine(
  { db }: Within,
  { plan, line, version, values, saved, owners }: LineToSave & { saved: string[]; owners?: OwnersOfLine },
  { schedules, suggestions, doubts }: Readings,
  now: Temporal.Instant,
): Promise<boolean> {
  const fields = FIELDS.filter(field => saved.includes(field)).map(
    field => sql`${sql.ref(field)} = ${values[field] ?? ''},`,
  );
  const { id = null, name = '' } = owners?.accountable ?? {};
  if (saved.includes('tags')) fields.push(sql`tags = ${tagsIn(values.tags ?? '')}::text[],`);
  if (owners) fields.push(sql`accountable_id = ${id}, accountable = ${name},`);
  const done = await sql`
    with changed as (
      update lines set ${sql.join(fields, sql` `)}
        other = ${JSON.stringify(otherOf(values))}, state = ${values.state}, marking = ${values.marking},
        schedules = ${JSON.stringify(schedules)}, suggestions = ${JSON.stringify(suggestions)}, doubts = ${JSON.stringify(doubts)},
        reference_key = ${referenceKey(values.reference ?? '')}, version = version + 1, changed_at = ${now}
      where id = ${line} and plan_id = ${plan} and version = ${version}
      returning plan_id
    )
    update plans set changed_at = ${now} where id in (select plan_id from changed)
  `.execute(db);
  return done.numAffectedRows === 1n;
}

const OWN = 'other:';

const otherOf = (values: LineValues) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) =>
      name.startsWith(OWN) && text ? [[name.slice(OWN.length), text]] : [],
    ),
  );
