import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { prioritiesOfLine, prioritiesOfPlan, type ServedBy } from '../queries/priorities.ts';

type Done = { changed: boolean };

/** Says what a plan as a whole is for: these priorities and no others. Ids that are not in the register are left out. */
export async function sayPlanServes(
  within: Within,
  plan: string,
  priorities: string[],
  now: Temporal.Instant,
): Promise<Done | Refusal<'not-found'>> {
  const held = await within.db
    .selectFrom('plans')
    .select('id')
    .where('id', '=', plan)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return refuse('not-found');
  const before = await prioritiesOfPlan(within, plan);
  await within.db
    .deleteFrom('plan_priorities')
    .where('plan_id', '=', plan)
    .where(where => where.not(where('priority_id', '=', sql<string>`any(${priorities}::uuid[])`)))
    .execute();
  await sql`insert into plan_priorities (plan_id, priority_id)
    select ${plan}::uuid, id from priorities where id = any(${priorities}::uuid[]) on conflict do nothing`.execute(
    within.db,
  );
  const after = await prioritiesOfPlan(within, plan);
  return told(within, { kind: 'plan', id: plan }, before, after, now);
}

/** Likewise for one line. */
export async function sayLineServes(
  within: Within,
  { plan, line }: { plan: string; line: string },
  priorities: string[],
  now: Temporal.Instant,
): Promise<Done | Refusal<'not-found'>> {
  const held = await within.db
    .selectFrom('lines')
    .select('id')
    .where('id', '=', line)
    .where('plan_id', '=', plan)
    .where('shelved', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return refuse('not-found');
  const before = await prioritiesOfLine(within, line);
  await within.db
    .deleteFrom('line_priorities')
    .where('line_id', '=', line)
    .where(where => where.not(where('priority_id', '=', sql<string>`any(${priorities}::uuid[])`)))
    .execute();
  await sql`insert into line_priorities (plan_id, line_id, priority_id)
    select ${plan}::uuid, ${line}::uuid, id from priorities where id = any(${priorities}::uuid[])
    on conflict do nothing`.execute(within.db);
  const after = await prioritiesOfLine(within, line);
  return told(within, { kind: 'line', id: line }, before, after, now);
}

/**
 * Links many lines of one plan with one priority, or takes the links away. Told once, in the plan's history: a line's own
 * history is of its words and of who answers for it.
 * @returns how many links are new, or gone
 */
export async function linkLines(
  within: Within,
  { plan, lines, priority, link }: { plan: string; lines: string[]; priority: ServedBy; link: boolean },
  now: Temporal.Instant,
): Promise<number> {
  await sql`select id from lines where plan_id = ${plan} and id = any(${lines}::uuid[])
    order by id for key share`.execute(within.db);
  const held = await within.db
    .selectFrom('plans')
    .select('id')
    .where('id', '=', plan)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return 0;
  const done = link
    ? await sql`insert into line_priorities (plan_id, line_id, priority_id)
        select plan_id, id, ${priority.id}::uuid from lines where plan_id = ${plan} and id = any(${lines}::uuid[])
        on conflict do nothing`.execute(within.db)
    : await sql`delete from line_priorities
        where plan_id = ${plan} and priority_id = ${priority.id} and line_id = any(${lines}::uuid[])`.execute(
        within.db,
      );
  const count = Number(done.numAffectedRows ?? 0n);
  const words = `${count} ${count === 1 ? 'line' : 'lines'} for “${priority.name}”`;
  const change = link
    ? { field: 'priorities', before: null, after: words }
    : { field: 'priorities', before: words, after: null };
  if (count) await record(within, { kind: 'plan', id: plan }, 'changed', [change], now);
  return count;
}

async function told(
  within: Within,
  subject: { kind: string; id: string },
  before: ServedBy[],
  after: ServedBy[],
  now: Temporal.Instant,
): Promise<Done> {
  const [was, is] = [namesOf(before), namesOf(after)];
  if (was === is) return { changed: false };
  const change = { field: 'priorities', before: was || null, after: is || null };
  await record(within, subject, 'changed', [change], now);
  return { changed: true };
}

const namesOf = (priorities: ServedBy[]): string => priorities.map(({ name }) => name).join('; ');
