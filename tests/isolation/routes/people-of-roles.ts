import { createPlan } from '../../../src/capabilities/plans/index.ts';
import { ROLES, type Role } from '../../../src/language/role.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../support/plans.ts';
import { daysSeries, stagedPromise } from '../../support/promises.ts';
import type { Person, TestSite } from '../../support/site.ts';
import type { Body } from './body.ts';

/** Somebody with one role in one scope of Kittiwake, and nothing besides. */
export type Placed = {
  person: Person;
  name: string;
  role: Role | undefined;
  scope: 'organisation' | 'department' | 'plan' | 'none';
};

/** Words that stand only in a plan that no part leads to, and only in what is marked OFFICIAL-SENSITIVE. */
export const ELSEWHERE = 'Gannet';
export const MARKED = 'Petrel';

/** Every role on every scope: the department is the one above the department of the plan. */
export async function everyRole(site: TestSite, body: Body): Promise<Placed[]> {
  const organisation = body.administrator.organisation;
  const [plan] = body.ids.plan;
  const department = await twoDepartments(site, organisation, plan!);
  const placed: Placed[] = [];
  for (const role of ROLES) {
    const at = `10.0.0.${placed.length + 1}`; // each a browser of their own, since requests are counted by address
    const person = await site.person({ role, organisation, name: `Kittiwake ${role} of all`, address: at });
    placed.push({ person, name: `${role} of the organisation`, role, scope: 'organisation' });
  }
  for (const role of ROLES.filter(one => one !== 'administrator'))
    for (const scope of ['department', 'plan'] as const) {
      const name = `${role} of a ${scope}`;
      const address = `10.0.0.${placed.length + 1}`;
      const person = await site.person({ organisation, part: true, name: `Kittiwake ${name}`, address });
      const part = scope === 'plan' ? { plan_id: plan! } : { department_id: department };
      await site.within(organisation, ({ db }) =>
        db
          .insertInto('grants')
          .values({
            account_id: person.account.id,
            role,
            ...part,
            given_by: 'Test',
            given_at: site.clock.now(),
          })
          .execute(),
      );
      placed.push({ person, name, role, scope });
    }
  const person = await site.person({
    organisation,
    part: true,
    name: 'Kittiwake nobody',
    address: '10.0.0.99',
  });
  return [...placed, { person, name: 'somebody without any part', role: undefined, scope: 'none' }];
}

async function twoDepartments(site: TestSite, organisation: string, plan: string): Promise<string> {
  return site.within(organisation, async ({ db }) => {
    const now = site.clock.now();
    const add = (name: string, above?: string) =>
      db
        .insertInto('departments')
        .values({ name, created_at: now, changed_at: now, ...(above && { part_of: above }) })
        .returning('id')
        .executeTakeFirstOrThrow();
    const directorate = await add('Kittiwake directorate');
    const team = await add('Kittiwake communications', directorate.id);
    await db.updateTable('plans').set({ department_id: team.id }).where('id', '=', plan).execute();
    return directorate.id;
  });
}

/** What stands in the plan that nobody has a part in. */
export type Hidden = Record<'plan' | 'line' | 'promise' | 'commitment' | 'occurrence' | 'concern', string>;

/** A plan that nobody has a part in, with all that can stand round one, and a marked line in the plan that some have. */
export async function hideSome(site: TestSite, body: Body): Promise<Hidden> {
  const { administrator, ids } = body;
  const { organisation } = administrator;
  const lines = [1, 2].map(number =>
    newLine({
      reference: `${ELSEWHERE} ${number}`,
      what: `${ELSEWHERE} works`,
      owner: `${ELSEWHERE} team`,
      audience: `${ELSEWHERE} folk`,
      how: `${ELSEWHERE} kites`,
    }),
  );
  const sections = [{ title: `${ELSEWHERE} section`, columns: RECOMMENDATION_COLUMNS, lines }];
  const made = newPlan({ title: `${ELSEWHERE} plan`, sections });
  const plan = await site.within(organisation, within => createPlan(within, made, site.clock.now()));
  await site.runJobs();
  const [line] = await site.within(organisation, ({ db }) =>
    db.selectFrom('lines').select('id').where('plan_id', '=', plan).orderBy('position').execute(),
  );
  for (const record of [`/plans/${plan}`, `/plans/${plan}/lines/${line!.id}`]) {
    await administrator.post(`${record}/comments`, { body: `${ELSEWHERE} said` });
    await administrator.upload(`${record}/files`, { name: `${ELSEWHERE}.txt`, content: ELSEWHERE });
  }
  await administrator.post('/views', {
    name: `${ELSEWHERE} view`,
    shared: 'yes',
    list: `/plans/${plan}`,
    said: '',
  });
  await hideLine(site, organisation, ids.plan[0]!, administrator);
  return { plan, line: line!.id, ...(await hidePromise(site, organisation, { plan, line: line!.id })) };
}

/** With one date, and with what somebody was worried about there. */
async function hidePromise(site: TestSite, organisation: string, of: { plan: string; line: string }) {
  const now = site.clock.now();
  const { promise } = await site.within(organisation, within =>
    stagedPromise(within, {
      ...{ series: daysSeries('2025-06-09'), of, now, from: '2025-04-01' },
      ...{ about: `${ELSEWHERE} panel`, phrase: `${ELSEWHERE} day` },
    }),
  );
  await site.runJobs();
  return site.within(organisation, async ({ db }) => {
    const { id: occurrence, commitment } = await db
      .selectFrom('occurrences')
      .select(['id', 'commitment_id as commitment'])
      .where('promise_id', '=', promise)
      .executeTakeFirstOrThrow();
    const raised = { raised_at: now, raised_by: `${ELSEWHERE} warden`, words: `${ELSEWHERE} lights` };
    const { id: concern } = await db
      .insertInto('concerns')
      .values({ promise_id: promise, occurrence_id: occurrence, ...raised })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { promise, commitment, occurrence, concern };
  });
}

async function hideLine(site: TestSite, organisation: string, plan: string, administrator: Person) {
  const [line] = await site.within(organisation, ({ db }) =>
    db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .orderBy('position', 'desc')
      .limit(1)
      .execute(),
  );
  await site.within(organisation, ({ db }) =>
    db
      .updateTable('lines')
      .set({ what: `${MARKED} exercise`, marking: 'OFFICIAL-SENSITIVE' })
      .where('id', '=', line!.id)
      .execute(),
  );
  await administrator.post(`/plans/${plan}/lines/${line!.id}/comments`, { body: `${MARKED} said` });
}
