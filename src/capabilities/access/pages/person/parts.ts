import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { givePart, takePart } from '../../parts/actions.ts';
import { type PartOf, partRole } from '../../parts/part.ts';
import { accountOf, type ShowPerson } from './which.ts';

const part = z
  .string('Choose a department or a plan')
  .regex(/^(plan|department):[0-9a-f-]{36}$/, 'Choose a department or a plan')
  .transform((said): PartOf => {
    const [kind, id = ''] = said.split(':');
    return kind === 'plan' ? { plan: id } : { department: id };
  });

const giving = z.object({ of: part, partRole, partMarked: z.literal('yes').optional() });

/** Gives somebody a part of the organisation, besides what they have in all of it. */
export const givePersonPart =
  (show: ShowPerson) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const account = accountOf(visit);
    if (!account) return notFound;
    const { value, errors, answers } = readForm(giving, visit.form);
    if (!value) return show(visit, { errors, answers });
    const done = await visit.within(async within => {
      if (!(await isThere(within, value.of))) return undefined;
      const wanted = { account, of: value.of, role: value.partRole, marked: value.partMarked === 'yes' };
      return givePart(within, standing(visit), wanted, visit.now());
    });
    if (!done) return show(visit, { errors: fieldProblem('of', 'Choose a department or a plan'), answers });
    if ('refused' in done) return notFound;
    return redirect(`/organisation/people/${account}`, `${done.name} has a part more.`);
  };

export const takePersonPart =
  (show: ShowPerson) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const account = accountOf(visit);
    const of = part.safeParse(visit.form.of);
    if (!account) return notFound;
    if (!of.success) return show(visit, { errors: fieldProblem('parts', 'Choose which part to take away') });
    const taken = { account, of: of.data };
    const done = await visit.within(within => takePart(within, standing(visit), taken, visit.now()));
    if ('refused' in done) return notFound;
    return redirect(`/organisation/people/${account}`, `${done.name} has that part no more.`);
  };

const standing = ({ who }: SignedInVisit) => ({ role: who.role, marked: who.rights.marked });

async function isThere({ db }: Within, of: PartOf): Promise<boolean> {
  const row =
    'plan' in of
      ? await db.selectFrom('plans').select('id').where('id', '=', of.plan).executeTakeFirst()
      : await db.selectFrom('departments').select('id').where('id', '=', of.department).executeTakeFirst();
  return row !== undefined;
}

/** More are found on the page of the plan itself. */
const MOST_OFFERED = 300;

/** What can be given a part of: departments first, then plans, by name. */
export async function partsOffered({ db }: Within): Promise<{ value: string; text: string }[]> {
  const [departments, plans] = await Promise.all([
    db
      .selectFrom('departments')
      .select(['id', 'name'])
      .where('ended_at', 'is', null)
      .orderBy('name')
      .limit(MOST_OFFERED)
      .execute(),
    db
      .selectFrom('plans')
      .select(['id', 'title'])
      .where('removed_at', 'is', null)
      .orderBy('title')
      .limit(MOST_OFFERED)
      .execute(),
  ]);
  return [
    ...departments.map(({ id, name }) => ({ value: `department:${id}`, text: `Plans of ${name}` })),
    ...plans.map(({ id, title }) => ({ value: `plan:${id}`, text: title })),
  ];
}
