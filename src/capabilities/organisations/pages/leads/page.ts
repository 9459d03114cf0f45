import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { endLead, nameLead } from '../../actions/leads.ts';
import { chosen, whomTyped } from '../../person-form.ts';
import { allNamed, namedCalled } from '../../queries/named.ts';
import { leadsToday } from '../../queries/named-page.ts';
import { departmentItems, departmentPaths } from '../../rules/departments.ts';
import { DIRECTORY, idOf, namedAddress, personAddress, TRAIL } from '../directory-addresses.ts';
import { findWhom, whomProblem } from '../whom.ts';

const HERE = `${DIRECTORY}/leads`;

const shape = z.object({
  of: z.enum(['everything', 'department', 'portfolio', 'subject'], 'Choose what they lead'),
  department: chosen,
  portfolio: chosen,
  subject: z
    .string()
    .default('')
    .transform(text => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .refine(text => text.length <= 120, 'Enter a subject of 120 characters or fewer'),
  who: whomTyped,
});

type Asked = { errors?: PageError[]; answers?: Record<string, string> };

/** Who leads communications for what: for a department, a portfolio, a subject, and for everything else. */
export const showLeads = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

export async function postLead(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return view(visit, { errors, answers });
  const missing = value.of !== 'everything' && !value[value.of];
  if (missing) return view(visit, { errors: fieldProblem(value.of, MISSING[value.of]), answers });
  const occasion = { now: visit.now(), today: visit.today() };
  const of = {
    department: value.of === 'department' ? value.department : null,
    portfolio: value.of === 'portfolio' ? value.portfolio : null,
    subject: value.of === 'subject' ? value.subject : '',
  };
  const done = await visit.within(async within => {
    const [post, another] = value.who ? await namedCalled(within, 'post', value.who) : [];
    if (post && !another)
      return { named: await nameLead(within, { ...of, person: null, post: post.id }, occasion) };
    const whom = await findWhom(within, value.who, visit.today());
    if (isRefused(whom)) return { problem: whomProblem(whom, 'who', value.who) };
    return { named: await nameLead(within, { ...of, person: whom.id, post: null }, occasion) };
  });
  if (!done.named) return view(visit, { errors: done.problem, answers });
  if (isRefused(done.named))
    return view(visit, { errors: fieldProblem('of', 'Choose one that is offered'), answers });
  return redirect(HERE, `${done.named.name} leads communications for ${done.named.of}.`);
}

const MISSING = {
  everything: '',
  department: 'Choose the department',
  portfolio: 'Choose the portfolio',
  subject: 'Enter the subject',
};

export async function postLeadEnd(visit: SignedInVisit): Promise<Answer> {
  const lead = idOf(visit, 'lead');
  if (!lead) return notFound;
  const occasion = { now: visit.now(), today: visit.today() };
  const done = await visit.within(within => endLead(within, lead, occasion));
  return isRefused(done) ? notFound : redirect(HERE, 'They lead it no more, from today on.');
}

async function view(visit: SignedInVisit, { errors, answers }: Asked): Promise<Answer> {
  const may = mayAs(visit.who.role, 'lead');
  const found = await visit.within(async within => ({
    leads: await leadsToday(within, visit.today()),
    departments: departmentPaths(await allNamed(within, 'department')),
    portfolios: await allNamed(within, 'portfolio'),
  }));
  const shown = {
    rows: found.leads.map(lead => ({
      ...lead,
      of: (lead.department && found.departments.paths.get(lead.department)) ?? lead.of ?? 'Everything else',
      kind: lead.department ? 'department' : lead.portfolio ? 'portfolio' : lead.subject ? 'subject' : '',
      href: lead.person ? personAddress(lead.person) : namedAddress('post', lead.post ?? ''),
    })),
    departments: [{ value: '', text: 'Choose a department' }, ...departmentItems(found.departments)],
    portfolios: [
      { value: '', text: 'Choose a portfolio' },
      ...found.portfolios.map(({ id, name }) => ({ value: id, text: name })),
    ],
    may,
    here: HERE,
    answers: answers ?? { of: found.leads.length ? 'department' : 'everything' },
    errors: errors ?? [],
  };
  const frame = { title: 'Communications leads', trail: [...TRAIL, { text: 'Communications leads' }] };
  return page('organisations/pages/leads/leads.njk', shown, frame, errors ? 422 : 200);
}
