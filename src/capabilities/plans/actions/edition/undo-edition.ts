import type { Insertable } from 'kysely';
import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { DB } from '../../../../platform/database/generated.ts';
import { json } from '../../../../platform/database/json.ts';
import { record, recordMany } from '../../../../platform/history/history.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import type { PlanBefore, Touched } from '../../edition.ts';
import { linkLinesJob } from '../../link-lines-job.ts';
import { type StandingLine, type StandingPlan, standingPlan } from '../../queries/standing-plan.ts';
import { tookEditionBack } from '../../rules/deeds.ts';
import { positionsFor } from '../../rules/edition/positions.ts';
import { changesOf, valuesOf } from '../../rules/line-changes.ts';
import { replaceContributors } from '../line-owners.ts';
import { giveOwnersAsNow } from '../owners-now.ts';
import { removeLines } from '../remove-lines.ts';
import { restoreLines } from '../restore-lines.ts';
import { lockPlan } from './lock-plan.ts';
import { writeLines, writePositions } from './write-lines.ts';

export type ToUndo = { touched: Touched[]; before: PlanBefore; file: string };

/** `lines`: those that were changed or taken out since, so that the edition cannot be taken back. */
export type NotUndone = Refusal<'not-found'> | (Refusal<'changed-since'> & { lines: string[] });

/**
 * Takes an edition back out of a plan: every line that it changed is as it was, those that came with it are gone.
 * Refused, with nothing written, where somebody changed one of them since.
 */
export async function undoEdition(
  within: Within,
  id: string,
  { touched, before, file }: ToUndo,
  now: Temporal.Instant,
): Promise<{ undone: number } | NotUndone> {
  await lockPlan(within, id);
  const plan = await standingPlan(within, id);
  if (!plan) return refuse('not-found');
  const since = changedSince(plan, touched);
  if (since.length) return { ...refuse('changed-since'), lines: since };
  await bringSectionsBack(within, plan, before);
  const back = touched.flatMap(one => one.before ?? []);
  const came = touched.filter(one => !one.before).map(one => one.line);
  const versions = new Map(plan.lines.map(line => [line.id, line.version]));
  await writeLines(
    within,
    back.map(line => ({ ...line, version: versions.get(line.id)! })),
    now,
  );
  await replaceContributors(
    within,
    id,
    back.map(line => ({ line: line.id, contributors: line.contributors })),
  );
  await giveOwnersAsNow(
    within,
    back.map(({ id: line }) => line),
  );
  if (came.length) await within.db.deleteFrom('lines').where('id', 'in', came).execute();
  await takeSectionsOut(within, plan, before);
  if (before.removed.length) await restoreLines(within, { plan: id, lines: before.removed }, now);
  await writePositions(within, 'lines', moves(before.order, await orderNow(within, id)));
  await writeHeadBack(within, id, before, now);
  await enqueue(within, linkLinesJob, { plan: id }, now);
  await tell(within, { plan, back, came, file }, now);
  await takeOutAgain(within, id, before, now);
  return { undone: touched.length };
}

/** Lines that had been taken out before the edition brought them back. */
async function takeOutAgain(
  within: Within,
  plan: string,
  { back }: PlanBefore,
  now: Temporal.Instant,
): Promise<void> {
  for (const [reason, some] of Map.groupBy(back, one => one.reason))
    await removeLines(within, { plan, reason, lines: some.map(({ line }) => ({ id: line })) }, now);
}

/** The lines of an edition that are no longer as it left them, or no longer there. */
export function changedSince(
  plan: { lines: { id: string; version: number }[] },
  touched: Touched[],
): string[] {
  const versions = new Map(plan.lines.map(line => [line.id, line.version]));
  return touched.filter(one => versions.get(one.line) !== one.version).map(one => one.line);
}

async function bringSectionsBack({ db }: Within, plan: StandingPlan, before: PlanBefore): Promise<void> {
  const there = new Set(plan.sections.map(({ id }) => id));
  const last = Math.max(0, ...[...plan.sections, ...before.sections].map(({ position }) => position));
  const gone = before.sections.filter(({ id }) => !there.has(id));
  const rows: Insertable<DB['plan_sections']>[] = gone.map(({ id, title, columns }, index) => ({
    id,
    plan_id: plan.id,
    title,
    columns: json(columns),
    position: last + 1 + index,
  }));
  if (rows.length) await db.insertInto('plan_sections').values(rows).execute();
  for (const { id, columns } of before.sections)
    if (there.has(id))
      await db
        .updateTable('plan_sections')
        .set({ columns: json(columns) })
        .where('id', '=', id)
        .execute();
}

/** Sections that came with the edition go, unless somebody put a line into them since; the others stand as they stood. */
async function takeSectionsOut(within: Within, plan: StandingPlan, before: PlanBefore): Promise<void> {
  const { db } = within;
  const old = new Set(before.sections.map(({ id }) => id));
  const came = plan.sections.filter(({ id }) => !old.has(id));
  if (came.length)
    await db
      .deleteFrom('plan_sections')
      .where(
        'id',
        'in',
        came.map(({ id }) => id),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('lines').select('id').whereRef('section_id', '=', 'plan_sections.id'))),
      )
      .execute();
  const left = await db
    .selectFrom('plan_sections')
    .select(['id', 'position'])
    .where('plan_id', '=', plan.id)
    .orderBy('position')
    .execute();
  await writePositions(within, 'plan_sections', moves(before.sections, left));
}

type At = { id: string; position: number };

/** Lines that were put back may have moved others on. */
const orderNow = ({ db }: Within, plan: string): Promise<At[]> =>
  db.selectFrom('lines').select(['id', 'position']).where('plan_id', '=', plan).orderBy('position').execute();

/** Everything goes back where it stood; what came since by other ways makes room for it. */
function moves(before: At[], now: At[]): At[] {
  const stood = new Map([...now, ...before].map(({ id, position }) => [id, position]));
  const stands = new Map(now.map(({ id, position }) => [id, position]));
  const order = orderWith(
    before.map(({ id }) => id),
    now.map(({ id }) => id),
  );
  const wanted = positionsFor(order.map(key => ({ key, position: stood.get(key) })));
  return order
    .map(id => ({ id, position: wanted.get(id)! }))
    .filter(({ id, position }) => stands.get(id) !== position);
}

/** The old order of what is still there; what came since stands behind the one that it stands behind now. */
function orderWith(old: string[], now: string[]): string[] {
  const there = new Set(now);
  const order = old.filter(id => there.has(id));
  const known = new Set(order);
  for (const [index, id] of now.entries()) {
    if (known.has(id)) continue;
    order.splice(index === 0 ? 0 : order.indexOf(now[index - 1]!) + 1, 0, id);
    known.add(id);
  }
  return order;
}

async function writeHeadBack(
  { db }: Within,
  id: string,
  before: PlanBefore,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('plans')
    .set(set => ({
      dated: before.dated,
      period_from: before.periodFrom,
      period_to: before.periodTo,
      source_file_id: before.sourceFile,
      changed_at: now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

type Told = { plan: StandingPlan; back: StandingLine[]; came: string[]; file: string };

async function tell(within: Within, { plan, back, came, file }: Told, now: Temporal.Instant): Promise<void> {
  const action = tookEditionBack(file);
  const lines = new Map(plan.lines.map(line => [line.id, line]));
  const deeds = [
    ...back.map(line => ({ id: line.id, changes: changesOf(valuesOf(lines.get(line.id)!), valuesOf(line)) })),
    ...came.map(id => ({ id, changes: [] })),
  ].map(({ id, changes }) => ({ subject: { kind: 'line', id }, action, changes }));
  await recordMany(within, deeds, now);
  await record(within, { kind: 'plan', id: plan.id }, action, [], now);
}
