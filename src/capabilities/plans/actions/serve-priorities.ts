import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { prioritiesOf, type ServedBy, type Serving } from '../queries/priorities.ts';

type Done = { changed: boolean };

/** What says what it is for; of a line, in which plan it stands. */
export type Says = Serving & { plan: string };

/** Says what a plan as a whole or a line is for: these priorities and no others. Ids that are not in the register are left out. */
export async function sayServes(
  within: Within,
  subject: Says,
  priorities: string[],
  now: Temporal.Instant,
): Promise<Done | Refusal<'not-found'>> {
  if (!(await held(within, subject))) return refuse('not-found');
  const before = await prioritiesOf(within, subject);
  await settle(within, subject, priorities);
  const [was, is] = [namesOf(before), namesOf(await prioritiesOf(within, subject))];
  if (was === is) return { changed: false };
  const change = { field: 'priorities', before: was || null, after: is || null };
  await record(within, { kind: subject.kind, id: subject.id }, 'changed', [change], now);
  return { changed: true };
}

/** Whether it is there, in a plan that was not taken out; its row is then held until the transaction ends. */
async function held({ db }: Within, { kind, id, plan }: Says): Promise<boolean> {
  const row =
    kind === 'plan'
      ? db.selectFrom('plans').select('id').where('id', '=', plan).where('removed_at', 'is', null)
      : db
          .selectFrom('lines')
          .select('id')
          .where('id', '=', id)
          .where('plan_id', '=', plan)
          .where('shelved', '=', false);
  return (await row.forUpdate().executeTakeFirst()) !== undefined;
}

async function settle({ db }: Within, { kind, id, plan }: Says, priorities: string[]): Promise<void> {
  const [table, own] = kind === 'plan' ? ['plan_priorities', 'plan_id'] : ['line_priorities', 'line_id'];
  const columns = kind === 'plan' ? sql`plan_id` : sql`line_id, plan_id`;
  const values = kind === 'plan' ? sql`${id}::uuid` : sql`${id}::uuid, ${plan}::uuid`;
  await sql`delete from ${sql.table(table!)}
    where ${sql.ref(own!)} = ${id} and not priority_id = any(${priorities}::uuid[])`.execute(db);
  await sql`insert into ${sql.table(table!)} (${columns}, priority_id)
    select ${values}, id from priorities where id = any(${priorities}::uuid[]) on conflict do nothing`.execute(
    db,
  );
}

/**
 * Links many lines of one plan with one priority, or takes the links away. Told once, in the plan's history: a line's own
 * history is of its words and of who answers for it.
 * @returns how many links are new, or gone
 */
export async function linkWithPriority(
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

const namesOf = (priorities: ServedBy[]): string => priorities.map(({ name }) => name).join('; ');
