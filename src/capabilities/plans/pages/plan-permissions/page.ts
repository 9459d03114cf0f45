import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { partRoleChoices, partsWhere, roleTally, shownParts } from '../../../access/index.ts';
import { planHead } from '../../queries/plan.ts';
import { planDepartment } from '../../queries/plan-department.ts';
import { mayHere } from '../updating.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';
import type { Typed } from './typed.ts';

export const planPermissionsPage = (visit: SignedInVisit): Promise<Answer> => showPermissions(visit, {});

/** Who may see and change a plan: by a role in all of the organisation, by its department, by the plan itself. */
export async function showPermissions(visit: SignedInVisit, typed: Typed): Promise<Answer> {
  const plan = planIdOf(visit);
  const found = plan && (await visit.within(within => load(within, plan)));
  return found ? show(visit, found, typed) : notFound;
}

type Found = Awaited<ReturnType<typeof load>> & object;

async function load(within: Within, id: string) {
  const plan = await planHead(within, id);
  if (!plan) return undefined;
  const place = await planDepartment(within, id);
  const ofPlan = await partsWhere(within, { of: { plan: id } });
  const ofDepartments = await Promise.all(
    place.above.map(({ id: department }) => partsWhere(within, { of: { department } })),
  );
  return { plan, place, ofPlan, ofDepartments: ofDepartments.flat(), everywhere: await roleTally(within) };
}

function show(visit: SignedInVisit, found: Found, { errors, answers = {} }: Typed): Answer {
  const { plan, place, ofPlan, ofDepartments, everywhere } = found;
  const here = `/plans/${plan.id}`;
  const mayGive = mayHere(visit, 'give-part');
  const facts = {
    plan: { title: plan.title, marked: plan.marking === 'OFFICIAL-SENSITIVE' },
    everywhere,
    department: place.above[0],
    departments: [{ value: '', text: 'None' }, ...place.choices],
    ofPlan: shownParts(ofPlan),
    ofDepartments: shownParts(ofDepartments),
    roles: partRoleChoices(),
    answers: { role: 'viewer', department: place.above[0]?.id ?? '', ...answers },
    errors,
    mayGive,
    zone: visit.who.organisation.timeZone,
    hrefs: {
      give: `${here}/permissions`,
      take: `${here}/permissions/take`,
      department: `${here}/permissions/department`,
    },
  };
  return page(
    'plans/pages/plan-permissions/permissions.njk',
    facts,
    {
      title: `Who may see and change it – ${plan.title}`,
      trail: [PLANS, { text: plan.title, href: here }, { text: 'Who may see and change it' }],
      marking: shownMarking(plan.marking),
    },
    errors ? 422 : 200,
  );
}
