import type { Within } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { membershipSubject } from '../../member.ts';
import type { InDepartment } from '../rules/roles.ts';

/** Who gave a part, as it stands in the table: what people gave by hand is left alone. */
const BY_GROUP = 'Sign-on';

/** Makes the parts that groups give somebody what they are now. */
export async function giveDepartments(
  within: Within,
  account: string,
  departments: InDepartment[],
  now: Temporal.Instant,
): Promise<void> {
  const { db } = within;
  const before = await db
    .selectFrom('grants as g')
    .innerJoin('departments as d', 'd.id', 'g.department_id')
    .select(['g.id', 'g.department_id', 'g.role', 'd.name'])
    .where('g.account_id', '=', account)
    .where('g.given_by', '=', BY_GROUP)
    .forUpdate('g')
    .execute();
  const stands = (one: (typeof before)[number]) =>
    departments.some(({ department, role }) => department === one.department_id && role === one.role);
  const gone = before.filter(one => !stands(one));
  const fresh = departments.filter(
    ({ department }) => !before.some(one => stands(one) && one.department_id === department),
  );
  if (!gone.length && !fresh.length) return;
  for (const { id } of gone) await db.deleteFrom('grants').where('id', '=', id).execute();
  const added = await give(within, account, fresh, now);
  const changes = [
    ...gone.map(({ name, role }) => ({ field: `part ${name}`, before: role, after: null })),
    ...added.map(({ name, role }) => ({ field: `part ${name}`, before: null, after: role })),
  ];
  if (changes.length) await record(within, membershipSubject(account), 'changed', changes, now);
}

/** What an administrator gave of the same department stands. @returns what was given, with the names of departments */
async function give(
  { db }: Within,
  account: string,
  fresh: InDepartment[],
  now: Temporal.Instant,
): Promise<{ name: string; role: string }[]> {
  const given: { name: string; role: string }[] = [];
  for (const { department, role } of fresh) {
    const row = await db
      .insertInto('grants')
      .values({ account_id: account, department_id: department, role, given_by: BY_GROUP, given_at: now })
      .onConflict(at => at.columns(['organisation_id', 'account_id', 'plan_id', 'department_id']).doNothing())
      .returning(({ selectFrom }) =>
        selectFrom('departments').select('name').where('id', '=', department).as('name'),
      )
      .executeTakeFirst();
    if (row) given.push({ name: row.name ?? '', role });
  }
  return given;
}
