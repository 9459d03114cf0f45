import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { may } from '../../../../language/rights.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { takePart } from '../../parts/actions.ts';
import { giveByEmail, giving, standingOf, TOO_MUCH } from '../../parts/giving.ts';
import { partRoleChoices } from '../../parts/part.ts';
import { partsWhere } from '../../parts/queries.ts';
import { shownParts } from '../../parts/shown-parts.ts';

/** Who may see and change the plans of a department, and of those that are part of it. */
export const departmentPermissionsPage = (visit: SignedInVisit): Promise<Answer> => show(visit, {});

export async function giveDepartmentPart(visit: SignedInVisit): Promise<Answer> {
  const department = departmentOf(visit);
  if (!department) return notFound;
  const { value, errors, answers } = readForm(giving, visit.form);
  if (!value) return show(visit, { errors, answers });
  const done = await visit.within(async within =>
    (await nameOf(within, department)) ? giveByEmail(within, visit, { department }, value) : undefined,
  );
  if (!done) return notFound;
  if ('problem' in done) return show(visit, { errors: done.problem, answers });
  return redirect(addressOf(department), `${done.name} has a part in this department’s plans.`);
}

export async function takeDepartmentPart(visit: SignedInVisit): Promise<Answer> {
  const department = departmentOf(visit);
  const account = z.uuid().safeParse(visit.form.account);
  if (!department || !account.success) return notFound;
  const taken = { account: account.data, of: { department } };
  const done = await visit.within(within => takePart(within, standingOf(visit), taken, visit.now()));
  if (!isRefused(done))
    return redirect(addressOf(department), `${done.name} has no part in this department’s plans any more.`);
  return done.refused === 'not-here' ? notFound : show(visit, { errors: fieldProblem('parts', TOO_MUCH) });
}

const departmentOf = ({ params }: SignedInVisit) => z.uuid().safeParse(params.department).data;
const addressOf = (department: string) => `/directory/departments/${department}/permissions`;

async function nameOf({ db }: Within, department: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('departments')
    .select('name')
    .where('id', '=', department)
    .executeTakeFirst();
  return row?.name;
}

type Typed = { errors?: PageError[] | undefined; answers?: Record<string, string> | undefined };

async function show(visit: SignedInVisit, { errors, answers = {} }: Typed): Promise<Answer> {
  const department = departmentOf(visit);
  const found =
    department &&
    (await visit.within(async within => {
      const name = await nameOf(within, department);
      return name === undefined
        ? undefined
        : { name, parts: await partsWhere(within, { of: { department } }) };
    }));
  if (!found) return notFound;
  const facts = {
    name: found.name,
    people: shownParts(found.parts),
    roles: partRoleChoices(),
    answers: { role: 'viewer', ...answers },
    errors,
    mayGive: may(standingOf(visit), 'give-part'),
    zone: visit.who.organisation.timeZone,
    here: addressOf(department),
  };
  const trail = [
    { text: 'Organisation', href: '/organisation' },
    { text: 'Directory', href: '/directory' },
    { text: found.name, href: `/directory/departments/${department}` },
    { text: 'Who may see and change its plans' },
  ];
  const title = `Who may see and change its plans – ${found.name}`;
  return page('access/pages/department-permissions/page.njk', facts, { title, trail }, errors ? 422 : 200);
}
