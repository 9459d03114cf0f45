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
import { whomTyped } from '../../person-form.ts';
import { allNamed } from '../../queries/named.ts';
import { leadsToday } from '../../queries/named-page.ts';
import { postsNamed } from '../../queries/posts-called.ts';
import { departmentItems, departmentPaths } from '../../rules/departments.ts';
import { DIRECTORY, idOf, namedAddress, personAddress, TRAIL } from '../directory-addresses.ts';
import { findWhom, whomProblem } from '../whom.ts';

const HERE = `${DIRECTORY}/leads`;

const shape = z.object({
  of: z
    .string()
    .default('')
    .transform(text => /^(department|portfolio):(.+)$/.exec(text) ?? text)
    .refine(of => typeof of !== 'string' || of === 'everything' || of === 'subject', 'Choose what they lead')
    .refine(of => typeof of === 'string' || z.uuid().safeParse(of[2]).success, 'Choose one that is offered'),
  subject: z
    .string()
    .default('')
    .transform(text => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .refine(text => text.length <= 120, 'Enter a subject of 120 characters or fewer'),
  who: whomTyped,
});

/** What is led: "department:<id>", "portfolio:<id>", a subject, or everything else. */
function thingOf({ of, subject }: z.output<typeof shape>) {
  const [, kind, id] = typeof of === 'string' ? [] : of;
  return {
    department: kind === 'department' && id ? id.toLowerCase() : null,
    portfolio: kind === 'portfolio' && id ? id.toLowerCase() : null,
    subject: of === 'subject' ? subject : '',
  };
}

type Asked = { errors?: PageError[]; answers?: Record<string, string> };

/** Who leads communications for what: for a department, a portfolio, a subject, and for everything else. */
export const showLeads = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

export async function postLead(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return view(visit, { errors, answers });
  if (value.of === 'subject' && !value.subject)
    return view(visit, { errors: fieldProblem('subject', 'Enter the subject'), answers });
  const occasion = { now: visit.now(), today: visit.today() };
  const of = thingOf(value);
  const done = await visit.within(async within => {
    const [post, another] = value.who ? await postsNamed(within, value.who) : [];
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
    things: [
      { value: 'everything', text: 'Everything else' },
      { value: 'subject', text: 'The subject below' },
      ...departmentItems(found.departments).map(({ value, text }) => ({
        value: `department:${value}`,
        text: `Department: ${text}`,
      })),
      ...found.portfolios.map(({ id, name }) => ({ value: `portfolio:${id}`, text: `Portfolio: ${name}` })),
    ],
    may,
    here: HERE,
    answers: answers ?? { of: 'everything' },
    errors: errors ?? [],
  };
  const frame = { title: 'Communications leads', trail: [...TRAIL, { text: 'Communications leads' }] };
  return page('organisations/pages/leads/leads.njk', shown, frame, errors ? 422 : 200);
}
