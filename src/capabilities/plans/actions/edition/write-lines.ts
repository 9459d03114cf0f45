import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { json } from '../../../../platform/database/json.ts';
import { FIELDS } from '../../../../reading/reading.ts';
import type { StandingLine } from '../../queries/standing-plan.ts';
import { referenceKey } from '../../rules/reference-key.ts';

/** Lines in one statement; many documents change no more than these at once. */
const AT_ONCE = 1000;

const WRITTEN = sql.join(FIELDS.map(field => sql`${sql.id(field)} = ${sql.id('n', field)}`));
const TYPED = sql.join(FIELDS.map(field => sql`${sql.id(field)} text`));

/**
 * Writes lines over as they are given, each only if it still has the version it is given with. How many were written;
 * each has one version more then.
 */
export async function writeLines(
  within: Within,
  lines: StandingLine[],
  now: Temporal.Instant,
): Promise<number> {
  let written = 0;
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE).map(({ accountableId, asRead, ...line }) => ({
      ...line,
      accountable_id: accountableId,
      as_read: asRead,
      reference_key: referenceKey(line.reference),
    }));
    const done = await sql`
      update lines as l set ${WRITTEN}, other = n.other, state = n.state, schedules = n.schedules,
        suggestions = n.suggestions, doubts = n.doubts, as_read = n.as_read, accountable = n.accountable,
        accountable_id = n.accountable_id, reference_key = n.reference_key, section_id = n.section,
        version = l.version + 1, changed_at = ${now}
      from jsonb_to_recordset(${json(some)}) as n (id uuid, version int, section uuid, ${TYPED}, other jsonb, state text,
        schedules jsonb, suggestions jsonb, doubts jsonb, as_read jsonb, accountable text, accountable_id uuid,
        reference_key text)
      where l.id = n.id and l.version = n.version
    `.execute(within.db);
    written += Number(done.numAffectedRows ?? 0n);
  }
  return written;
}

/**
 * Puts records of a plan in other places: first out of each other's way, since no two may stand in one place at any
 * moment. A place is no change of what a record says, so its version stays.
 */
export async function writePositions(
  { db }: Within,
  table: 'lines' | 'plan_sections',
  positions: { id: string; position: number }[],
): Promise<void> {
  if (!positions.length) return;
  const ids = positions.map(({ id }) => id);
  await sql`update ${sql.table(table)} set position = -position where id = any(${ids}::uuid[])`.execute(db);
  await sql`
    update ${sql.table(table)} as l set position = n.position
    from jsonb_to_recordset(${json(positions)}) as n (id uuid, position int) where l.id = n.id
  `.execute(db);
}
