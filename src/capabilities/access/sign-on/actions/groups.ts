import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Role } from '../../../../language/role.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { signOnSubject } from '../sign-on.ts';

export type WantedGroup = { value: string; name: string; role: Role; department: string | undefined };

/** From the next sign-on of each, whoever is in the group may do what the role says. */
export async function mapGroup(
  within: Within,
  { value, name, role, department }: WantedGroup,
  now: Temporal.Instant,
): Promise<{ mapped: true } | Refusal<'not-here' | 'mapped-already' | 'no-department'>> {
  const { db, organisation } = within;
  const found = await db.selectFrom('sign_ons').select('issuer').forUpdate().executeTakeFirst();
  if (!found) return refuse('not-here');
  if (department) {
    const known = db
      .selectFrom('departments')
      .select('id')
      .where('id', '=', department)
      .where('ended_at', 'is', null);
    if (!(await known.executeTakeFirst())) return refuse('no-department');
  }
  const added = await db
    .insertInto('sign_on_groups')
    .values({ group_value: value, name, role, department_id: department ?? null })
    .onConflict(at => at.columns(['organisation_id', 'group_value', 'department_id']).doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) return refuse('mapped-already');
  const change = { field: `group ${name || value}`, before: null, after: role };
  await record(within, signOnSubject(organisation), 'changed', [change], now);
  return { mapped: true };
}

/** From the next sign-on of each, the group gives nothing. */
export async function unmapGroup(within: Within, id: string, now: Temporal.Instant): Promise<boolean> {
  const { db, organisation } = within;
  await db.selectFrom('sign_ons').select('issuer').forUpdate().executeTakeFirst();
  const gone = await db
    .deleteFrom('sign_on_groups')
    .where('id', '=', id)
    .returning(['group_value', 'name', 'role'])
    .executeTakeFirst();
  if (!gone) return false;
  const change = { field: `group ${gone.name || gone.group_value}`, before: gone.role, after: null };
  await record(within, signOnSubject(organisation), 'changed', [change], now);
  return true;
}
