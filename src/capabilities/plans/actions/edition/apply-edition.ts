import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { recordBeginnings, recordMany } from '../../../../platform/history/history.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import type { YearFacts } from '../../../../timing/schedule.ts';
import type { Edition, PlanBefore, Touched } from '../../edition.ts';
import { linkLinesJob } from '../../link-lines-job.ts';
import { type StandingPlan, standingPlan } from '../../queries/standing-plan.ts';
import { readUnder, withDatesUnder } from '../../rules/edition/dated-anew.ts';
import { changedLine, closedLine, type Rewritten } from '../../rules/edition/rewritten.ts';
import { timingFacts } from '../../rules/read-again.ts';
import { replaceContributors } from '../line-owners.ts';
import { removeLines } from '../remove-lines.ts';
import { restoreLines } from '../restore-lines.ts';
import { batches, storeNewLines } from '../store-lines.ts';
import { contributing, withOwners } from './edition-owners.ts';
import { lockPlan } from './lock-plan.ts';
import { place } from './place-lines.ts';
import { writeHead } from './write-head.ts';
import { writeLines } from './write-lines.ts';

export type Applied = { touched: Touched[]; before: PlanBefore };

type Occasion = { now: Temporal.Instant; today: Temporal.PlainDate; ownYear?: YearFacts };

/**
 * Works a later edition of a plan into it: lines that changed, lines that are closed, lines that are new at their place.
 * Refused, with nothing written, where a line has another version than the one that was looked at.
 */
export async function applyEdition(
  within: Within,
  id: string,
  edition: Edition,
  occasion: Occasion,
): Promise<Applied | Refusal<'not-found' | 'changed-meanwhile'>> {
  await lockPlan(within, id);
  const back = await lyingAmongRemoved(within, id, edition);
  if (back.length)
    await restoreLines(within, { plan: id, lines: back.map(({ line }) => line) }, occasion.now);
  const plan = await standingPlan(within, id);
  if (!plan) return refuse('not-found');
  const asked = rewrittenLines(plan, edition, occasion);
  if (!asked) return refuse('changed-meanwhile');
  const { now } = occasion;
  const before = { ...(await planBefore(within, plan, edition)), back };
  const placed = await place(within, plan, edition);
  const rows = edition.inserts.map(({ row, line, section }) => ({
    line,
    columns: edition.columns.get(section) ?? [],
    ...placed.ofRow(row),
  }));
  const rewritten = await withOwners(within, asked, now);
  const written = rewritten.map(({ after }) => ({ ...after, section: placed.sectionOf(after.id) }));
  await writeLines(within, written, now);
  await replaceContributors(within, id, contributing(rewritten));
  await placed.settle();
  const stored = await storeNewLines(within, id, rows, now);
  await takeOut(within, id, edition, now);
  await tell(within, { rewritten, stored, file: edition.file.name }, now);
  await writeHead(within, plan, edition, { rewritten, added: stored.length, now });
  await enqueue(within, linkLinesJob, { plan: id }, now);
  return { before, touched: [...touchedLines(rewritten), ...newLines(edition, rows, stored)] };
}

/** Undefined where one of the lines is gone or was changed since it was looked at. */
function rewrittenLines(plan: StandingPlan, edition: Edition, occasion: Occasion): Rewritten[] | undefined {
  const lines = new Map(plan.lines.map(line => [line.id, line]));
  const sections = new Map(plan.sections.map(section => [section.id, section]));
  const { was, is } = factsBeforeAndAfter(plan, edition, occasion);
  const asked = [...edition.updates, ...edition.closures, ...edition.removals];
  if (asked.some(({ line, version }) => lines.get(line)?.version !== version)) return undefined;
  const { name } = edition.file;
  const back = edition.back.filter(({ line }) => lines.has(line));
  const rewritten = [
    ...[
      ...edition.updates,
      ...back.map(one => ({ ...one, asRead: undefined, settledOwners: undefined })),
    ].map(({ line: id, cells, asRead, settledOwners }) => {
      const line = lines.get(id)!;
      const section = sections.get(line.section)!;
      return changedLine(line, { cells, asRead, settledOwners, section, facts: is, file: name });
    }),
    ...edition.closures.map(({ line, reason }) => closedLine(lines.get(line)!, reason)),
  ];
  const leaving = new Set(edition.removals.map(({ line }) => line));
  return withDatesUnder(
    plan.lines.filter(({ id }) => !leaving.has(id)),
    rewritten,
    readUnder(was, is),
  );
}

function factsBeforeAndAfter(plan: StandingPlan, { dated, period }: Edition, occasion: Occasion) {
  const is = {
    dated: dated ?? plan.dated,
    periodFrom: period?.from ?? plan.periodFrom,
    periodTo: period?.to ?? plan.periodTo,
  };
  return { was: timingFacts(plan, occasion), is: timingFacts(is, occasion) };
}

async function lyingAmongRemoved(
  { db }: Within,
  plan: string,
  { back }: Edition,
): Promise<PlanBefore['back']> {
  if (!back.length) return [];
  const lines = back.map(({ line }) => line);
  return db
    .selectFrom('removed_lines')
    .select(['id as line', 'reason'])
    .where('plan_id', '=', plan)
    .where(sql<boolean>`id = any(${lines}::uuid[])`)
    .execute();
}

async function planBefore(
  { db }: Within,
  plan: StandingPlan,
  edition: Edition,
): Promise<Omit<PlanBefore, 'back'>> {
  const { source } = await db
    .selectFrom('plans')
    .select('source_file_id as source')
    .where('id', '=', plan.id)
    .executeTakeFirstOrThrow();
  const { dated, periodFrom, periodTo, sections, lines } = plan;
  const removed = edition.removals.map(({ line }) => line);
  const order = lines.map(({ id, position }) => ({ id, position }));
  return { dated, periodFrom, periodTo, sourceFile: source, sections, order, removed };
}

/** One statement of its own for each reason; there is one for an edition. */
async function takeOut(
  within: Within,
  plan: string,
  { removals }: Edition,
  now: Temporal.Instant,
): Promise<void> {
  for (const [reason, some] of Map.groupBy(removals, ({ reason }) => reason))
    await removeLines(
      within,
      { plan, reason, lines: some.map(({ line, version }) => ({ id: line, version })) },
      now,
    );
}

type Told = { rewritten: Rewritten[]; stored: string[]; file: string };

async function tell(within: Within, { rewritten, stored, file }: Told, now: Temporal.Instant): Promise<void> {
  await recordMany(
    within,
    rewritten.map(({ before, action, changes }) => ({
      subject: { kind: 'line', id: before.id },
      action,
      changes,
    })),
    now,
  );
  for (const some of batches(stored))
    await recordBeginnings(
      within,
      some.map(id => ({ kind: 'line', id })),
      `read from ${file}`,
      now,
    );
}

const touchedLines = (rewritten: Rewritten[]): Touched[] =>
  rewritten.map(({ before }) => ({ line: before.id, before, version: before.version + 1 }));

/** `stored`: in the order of their positions. */
function newLines({ inserts }: Edition, rows: { position: unknown }[], stored: string[]): Touched[] {
  const inOrder = inserts
    .map(({ row }, index) => ({ row, position: Number(rows[index]!.position) }))
    .sort((one, other) => one.position - other.position);
  return inOrder.map(({ row }, index) => ({ line: stored[index]!, row, before: null, version: 1 }));
}
