import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { organisationSubject } from '../organisation.ts';
import { namedById } from '../queries/named.ts';
import { personById } from '../queries/people.ts';

/** Of a department, a portfolio or a subject; of none: of everything. */
export type LedBy = {
  department: string | null;
  portfolio: string | null;
  subject: string;
  person: string | null;
  post: string | null;
};

/** Somebody, or whoever holds a post, leads communications for something from a day on; who did until then ends the day before. */
export async function nameLead(
  within: Within,
  lead: LedBy,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<{ name: string; of: string } | Refusal<'nobody' | 'nothing'>> {
  const name = await whoLeads(within, lead);
  if (!name) return refuse('nobody');
  const of = await whatIsLed(within, lead);
  if (of === undefined) return refuse('nothing');
  const { department, portfolio, subject, person, post } = lead;
  const { db } = within;
  const same = db
    .updateTable('leads')
    .set({ ends_on: today.subtract({ days: 1 }) })
    .where('department_id', 'is not distinct from', department)
    .where('portfolio_id', 'is not distinct from', portfolio)
    .where(at => at(at.fn('lower', ['subject']), '=', subject.toLowerCase()))
    .where(at => at.or([at('ends_on', 'is', null), at('ends_on', '>=', today)]));
  await same.where(at => at.or([at('starts_on', 'is', null), at('starts_on', '<', today)])).execute();
  // one who was named today, by mistake, never led
  await db
    .deleteFrom('leads')
    .where('department_id', 'is not distinct from', department)
    .where('portfolio_id', 'is not distinct from', portfolio)
    .where(at => at(at.fn('lower', ['subject']), '=', subject.toLowerCase()))
    .where('starts_on', '>=', today)
    .execute();
  await db
    .insertInto('leads')
    .values({
      department_id: department,
      portfolio_id: portfolio,
      subject,
      person_id: person,
      post_id: post,
      starts_on: today,
      created_at: now,
    })
    .execute();
  await record(
    within,
    organisationSubject(within.organisation),
    'communications lead',
    [{ field: `communications lead of ${of}`, before: null, after: name }],
    now,
  );
  return { name, of };
}

async function whoLeads(within: Within, { person, post }: LedBy): Promise<string | undefined> {
  if (person) return (await personById(within, person))?.name;
  return post ? (await namedById(within, 'post', post))?.name : undefined;
}

async function whatIsLed(
  within: Within,
  { department, portfolio, subject }: LedBy,
): Promise<string | undefined> {
  if (department) return (await namedById(within, 'department', department))?.name;
  if (portfolio) return (await namedById(within, 'portfolio', portfolio))?.name;
  return subject || 'everything else';
}

/** Nobody leads it any more, from today on. */
export async function endLead(
  within: Within,
  id: string,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<{ ended: true } | Refusal<'not-found'>> {
  const yesterday = today.subtract({ days: 1 });
  const lead = await within.db
    .selectFrom('leads')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!lead) return refuse('not-found');
  const begun = !lead.starts_on || Temporal.PlainDate.compare(lead.starts_on, today) < 0;
  if (begun) await within.db.updateTable('leads').set({ ends_on: yesterday }).where('id', '=', id).execute();
  else await within.db.deleteFrom('leads').where('id', '=', id).execute();
  const said = { ...lead, department: lead.department_id, portfolio: lead.portfolio_id };
  const name = await whoLeads(within, { ...said, person: lead.person_id, post: lead.post_id });
  const of = await whatIsLed(within, { ...said, person: null, post: null });
  await record(
    within,
    organisationSubject(within.organisation),
    'communications lead',
    [{ field: `communications lead of ${of}`, before: name ?? null, after: null }],
    now,
  );
  return { ended: true };
}
