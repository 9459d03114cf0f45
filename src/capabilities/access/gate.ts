import { sql } from 'kysely';
import { z } from 'zod';
import { higher } from '../../language/rights.ts';
import type { Role } from '../../language/role.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ServerParts } from '../../platform/http/server.ts';
import type { SignedIn } from '../../platform/http/visit.ts';
import { recognise } from './recognise.ts';

/** What the server asks of each request: who it is, what they may do there, and who could let them do more. */
export const gate = (database: Database): Pick<ServerParts, 'recognise' | 'roleOnPart' | 'whomToAsk'> => ({
  recognise: (token, now) => recognise(database, token, now),
  roleOnPart: (who, params) => roleOnPlan(database, who, params.plan),
  whomToAsk: who => administratorNames(database, who),
});

const inside = ({ organisation, account }: SignedIn) => ({
  organisation: organisation.id,
  actor: { id: account.id, name: account.name },
});

/** The highest of the roles that somebody was given on the plan, on its department and on those that it is part of. */
async function roleOnPlan(
  database: Database,
  who: SignedIn,
  given: string | undefined,
): Promise<Role | undefined> {
  const plan = z.uuid().safeParse(given).data;
  if (!plan) return undefined;
  return database.inOrganisation(inside(who), async ({ db }) => {
    const { rows } = await sql<{ role: Role }>`
      with recursive above as (
        select department_id as id from plans where id = ${plan}
        union
        select d.part_of from departments d join above on d.id = above.id
      )
      select g.role from grants g where g.account_id = ${who.account.id}
        and (g.plan_id = ${plan} or g.department_id in (select id from above))
    `.execute(db);
    return rows.map(({ role }) => role).reduce<Role | undefined>(higher, undefined);
  });
}

/** Enough to ask, and no list of everyone. */
const MOST_NAMED = 3;

async function administratorNames(database: Database, who: SignedIn): Promise<string[]> {
  const rows = await database.inOrganisation(inside(who), ({ db }) =>
    db
      .selectFrom('memberships as m')
      .innerJoin('accounts as a', 'a.id', 'm.account_id')
      .select('a.name')
      .where('m.role', '=', 'administrator')
      .where('m.ended_at', 'is', null)
      .where('m.account_id', '!=', who.account.id)
      .orderBy('m.created_at')
      .limit(MOST_NAMED)
      .execute(),
  );
  return rows.map(row => row.name);
}
