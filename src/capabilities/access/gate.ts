import { z } from 'zod';
import type { Role } from '../../language/role.ts';
import type { Database, Within } from '../../platform/database/database.ts';
import { OF_A_PLAN } from '../../platform/http/admission.ts';
import type { ServerParts } from '../../platform/http/server.ts';
import type { SignedIn } from '../../platform/http/visit.ts';
import { rolesOn } from './parts/roles-on.ts';
import { recognise } from './recognise.ts';

/** What the server asks of each request: who it is, what they may do there, and who could let them do more. */
export const gate = (database: Database): Pick<ServerParts, 'recognise' | 'roleOnPart' | 'whomToAsk'> => ({
  recognise: (token, now) => recognise(database, token, now),
  roleOnPart: (who, params) => roleWhere(database, who, params),
  whomToAsk: who => administratorNames(database, who),
});

const inside = ({ organisation, account }: SignedIn) => ({
  organisation: organisation.id,
  actor: { id: account.id, name: account.name },
});

/** The highest of the roles that somebody was given on the plan that an address leads to, and on its departments. */
async function roleWhere(
  database: Database,
  who: SignedIn,
  params: Record<string, string>,
): Promise<Role | undefined> {
  const name = OF_A_PLAN.find(one => params[one] !== undefined);
  const id = name && z.uuid().safeParse(params[name]).data;
  if (!id) return undefined;
  return database.inOrganisation(inside(who), async within => {
    const plan = await PLAN_OF[name](within, id);
    return plan ? (await rolesOn(within, who.account.id, [plan])).get(plan) : undefined;
  });
}

const PLAN_OF: Record<
  (typeof OF_A_PLAN)[number],
  (within: Within, id: string) => Promise<string | undefined>
> = {
  plan: async (_, id) => id,
  promise: async ({ db }, id) =>
    (await db.selectFrom('promises').select('plan_id').where('id', '=', id).executeTakeFirst())?.plan_id,
  occurrence: async ({ db }, id) => {
    const found = db.selectFrom('occurrences as o').innerJoin('promises as p', 'p.id', 'o.promise_id');
    return (await found.select('p.plan_id').where('o.id', '=', id).executeTakeFirst())?.plan_id;
  },
  concern: async ({ db }, id) => {
    const found = db.selectFrom('concerns as k').innerJoin('promises as p', 'p.id', 'k.promise_id');
    return (await found.select('p.plan_id').where('k.id', '=', id).executeTakeFirst())?.plan_id;
  },
};

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
