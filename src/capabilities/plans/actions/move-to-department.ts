import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';

/** Says which department's plan it is; none where `department` is absent. */
export async function moveToDepartment(
  within: Within,
  plan: string,
  department: string | undefined,
  now: Temporal.Instant,
): Promise<{ moved: boolean } | Refusal<'not-found' | 'no-department'>> {
  const { db } = within;
  const found = await db
    .selectFrom('plans as p')
    .leftJoin('departments as d', 'd.id', 'p.department_id')
    .select(['p.department_id', 'd.name'])
    .where('p.id', '=', plan)
    .where('p.removed_at', 'is', null)
    .forUpdate('p')
    .executeTakeFirst();
  if (!found) return refuse('not-found');
  const name = department && (await departmentName(within, department));
  if (department && !name) return refuse('no-department');
  if (found.department_id === (department ?? null)) return { moved: false };
  await db
    .updateTable('plans')
    .set({ department_id: department ?? null })
    .where('id', '=', plan)
    .execute();
  const change = { field: 'department', before: found.name, after: name ?? null };
  await record(within, { kind: 'plan', id: plan }, 'changed', [change], now);
  return { moved: true };
}

async function departmentName({ db }: Within, department: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('departments')
    .select('name')
    .where('id', '=', department)
    .executeTakeFirst();
  return row?.name;
}
