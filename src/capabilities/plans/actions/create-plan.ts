import { type Insertable, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { DB } from '../../../platform/database/generated.ts';
import { json } from '../../../platform/database/json.ts';
import { record, recordBeginnings } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { linkLinesJob } from '../link-lines-job.ts';
import type { NewPlan, NewSection } from '../plan.ts';
import { columnsToStore } from '../rules/columns.ts';
import { fillRegisters } from './link-lines.ts';
import { batches, type NewLineAt, storeNewLines } from './store-lines.ts';

/** From here on the database is worth telling that its picture of the lines is old; it finds out itself in a minute. */
const MANY = 500;

/**
 * Stores a document as a plan: its sections in order, each with the columns it was printed in, their lines in order,
 * what else the document says, and the beginning of every record's history. What it lists stands in the registers, and a
 * job links its lines with them. Gives back the plan's identifier.
 * The caller's transaction holds all of it or none.
 */
export async function createPlan(within: Within, plan: NewPlan, now: Temporal.Instant): Promise<string> {
  const { id } = await within.db
    .insertInto('plans')
    .values(planRow(plan, now))
    .returning('id')
    .executeTakeFirstOrThrow();
  const sections = await storeSections(within, id, plan.sections);
  const lines = await storeNewLines(within, id, placed(plan.sections, sections), now);
  const words = plan.origin ?? (await origin(within, plan.sourceFileId));
  await record(within, { kind: 'plan', id }, words, [], now);
  await recordBeginnings(
    within,
    lines.map(line => ({ kind: 'line', id: line })),
    words,
    now,
  );
  await fillRegisters(within, id, plan.beside, now);
  if (lines.length) await enqueue(within, linkLinesJob, { plan: id }, now);
  if (lines.length > MANY) await sql`select settle_lines()`.execute(within.db);
  return id;
}

function planRow(plan: NewPlan, now: Temporal.Instant): Insertable<DB['plans']> {
  return {
    title: plan.title.trim().slice(0, 300).trim() || 'Untitled plan',
    kind: plan.kind,
    dated: plan.dated,
    period_from: plan.period?.from ?? null,
    period_to: plan.period?.to ?? null,
    marking: plan.marking,
    source_file_id: plan.sourceFileId,
    beside: json(plan.beside),
    created_at: now,
    changed_at: now,
  };
}

/** Identifiers of the sections, in their order. */
async function storeSections({ db }: Within, plan: string, sections: NewSection[]): Promise<string[]> {
  const rows = sections.map((section, index) => ({
    plan_id: plan,
    position: index + 1,
    title: section.title,
    columns: json(columnsToStore(section)),
  }));
  const stored: { id: string; position: number }[] = [];
  for (const some of batches(rows))
    stored.push(
      ...(await db.insertInto('plan_sections').values(some).returning(['id', 'position']).execute()),
    );
  return stored.sort((one, other) => one.position - other.position).map(section => section.id);
}

/** All lines in their order, each under its section. */
function placed(sections: NewSection[], ids: string[]): NewLineAt[] {
  const lines = sections.flatMap(({ lines, columns }, index) =>
    lines.map(line => ({ line, columns, section: ids[index]! })),
  );
  return lines.map((line, index) => ({ ...line, position: index + 1 }));
}

/** What the history says of where a plan came from. */
async function origin({ db }: Within, file: string | null): Promise<string> {
  if (!file) return 'made';
  const { name } = await db
    .selectFrom('files')
    .select('name')
    .where('id', '=', file)
    .executeTakeFirstOrThrow();
  return `read from ${name}`;
}
