import { ROLE_NAME, ROLES } from '../../../language/role.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Role } from '../../../platform/http/visit.ts';
import type { Part, PartOf } from './part.ts';

/** The parts that people have, by name; of one person, or of everybody in a part. */
export async function partsWhere(
  { db }: Within,
  which: { account: string } | { of: PartOf },
): Promise<Part[]> {
  const rows = await db
    .selectFrom('grants as g')
    .innerJoin('accounts as a', 'a.id', 'g.account_id')
    .leftJoin('plans as p', 'p.id', 'g.plan_id')
    .leftJoin('departments as d', 'd.id', 'g.department_id')
    .select(['a.id as account', 'a.name', 'a.email', 'g.role', 'g.sees_marked', 'g.given_by', 'g.given_at'])
    .select(['p.id as plan', 'p.title as planTitle', 'd.id as department', 'd.name as departmentName'])
    .where(at => {
      if ('account' in which) return at('g.account_id', '=', which.account);
      return 'plan' in which.of
        ? at('g.plan_id', '=', which.of.plan)
        : at('g.department_id', '=', which.of.department);
    })
    .where(at => at.or([at('p.id', 'is not', null), at('d.id', 'is not', null)]))
    .orderBy('a.name')
    .orderBy('p.title')
    .orderBy('d.name')
    .execute();
  return rows.map(row => ({
    account: row.account,
    name: row.name,
    email: row.email,
    of: row.plan
      ? { kind: 'plan' as const, id: row.plan, title: row.planTitle ?? '' }
      : { kind: 'department' as const, id: row.department ?? '', title: row.departmentName ?? '' },
    role: row.role as Role,
    marked: row.sees_marked,
    givenBy: row.given_by,
    givenAt: row.given_at,
  }));
}

/** Whoever works here and signs in with this address. */
export async function memberByEmail({ db }: Within, email: string): Promise<{ account: string } | undefined> {
  return db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .select('a.id as account')
    .where('a.email', '=', email.trim().toLowerCase())
    .where('m.ended_at', 'is', null)
    .executeTakeFirst();
}

/** How many people have each role in the whole organisation, the highest first. */
export async function roleTally({ db }: Within): Promise<{ people: number; words: string }[]> {
  const rows = await db
    .selectFrom('memberships')
    .select(({ fn }) => ['role', fn.countAll<number>().as('people')])
    .where('ended_at', 'is', null)
    .where('role', 'is not', null)
    .groupBy('role')
    .execute();
  return ROLES.toReversed().flatMap(role => {
    const people = rows.find(row => row.role === role)?.people ?? 0;
    const name = ROLE_NAME[role].toLowerCase();
    return people ? [{ people, words: people === 1 ? name : `${name}s` }] : [];
  });
}
