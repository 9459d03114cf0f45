import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { createPlan } from '../../plans/index.ts';
import { allLines } from '../queries/lines.ts';
import { besideLines } from '../queries/readings.ts';
import { type Accepted, planFromReading } from '../rules/plan-from-reading.ts';
import type { Outline } from '../stored-reading.ts';
import { settledOwners } from './settle-owners.ts';

/** `changed`: somebody put it right, or it is being read again, since the page was looked at. */
export type NotAccepted = Refusal<'changed' | 'not-open'>;

/**
 * Makes the plan that a reading says, in one transaction with closing the reading. Of two that come at once the second
 * waits for the first and is given the plan that it made.
 * @param seen the version of the reading that the person looked at
 */
export async function acceptReading(
  within: Within,
  id: string,
  { seen, ...accepted }: Accepted & { seen: number },
  now: Temporal.Instant,
): Promise<{ plan: string } | NotAccepted> {
  const reading = await within.db
    .updateTable('readings')
    .set({ status: 'accepted' })
    .where('id', '=', id)
    .where('status', '=', 'read')
    .where('version', '=', seen)
    .whereRef('read_version', '=', 'version')
    .returning(['outline', 'file_id'])
    .executeTakeFirst();
  if (!reading) return alreadyOrNot(within, id);
  const parts = {
    outline: reading.outline as Outline,
    beside: (await besideLines(within, id)) ?? { clauses: [], audiences: [], channels: [], remainder: [] },
    lines: await allLines(within, id),
    ownersOf: await settledOwners(within, id),
  };
  const plan = await createPlan(within, planFromReading(parts, accepted, reading.file_id), now);
  const { document, ...outline } = parts.outline;
  const { title, kind } = accepted;
  await within.db
    .updateTable('readings')
    .set({ plan_id: plan, outline: json({ ...outline, document: { ...document, title, kind } }) })
    .where('id', '=', id)
    .execute();
  await noteLines(within, id, plan);
  const change = { field: 'plan', before: null, after: title };
  await record(within, { kind: 'reading', id }, 'accepted', [change], now);
  return { plan };
}

async function alreadyOrNot({ db }: Within, id: string): Promise<{ plan: string } | NotAccepted> {
  const reading = await db
    .selectFrom('readings')
    .select(['status', 'plan_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (reading?.status === 'accepted' && reading.plan_id) return { plan: reading.plan_id };
  return refuse(reading?.status === 'read' || reading?.status === 'waiting' ? 'changed' : 'not-open');
}

/** Which line each row became, for the next edition to be compared with; both stand in the order of the document. */
async function noteLines({ db }: Within, reading: string, plan: string): Promise<void> {
  await sql`
    update reading_lines as r set line_id = l.id
    from (select id, row_number() over (order by position) as number from lines where plan_id = ${plan}) l,
      (select position, row_number() over (order by position) as number from reading_lines
        where reading_id = ${reading}) n
    where r.reading_id = ${reading} and r.position = n.position and l.number = n.number
  `.execute(db);
}
