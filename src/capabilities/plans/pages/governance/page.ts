import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Agreement } from '../../governance.ts';
import { type CountedChanges, countChanges } from '../../queries/changes-since.ts';
import { agreementsOf, type GovernedPlan, governedPlan, showingsOf } from '../../queries/governance.ts';
import { servingIn } from '../../queries/lines-serving.ts';
import { prioritiesOf } from '../../queries/priorities.ts';
import { inWordsDated } from '../../rules/when-dated.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';
import { historyEntries } from './history-entries.ts';

/** What was typed into one of the page's forms and is not right yet. */
export type Typed = { answers: Record<string, unknown>; errors: PageError[] };

/** Who keeps a plan, who agreed which version of it, who saw it, and what it is for. */
export async function governancePage(visit: SignedInVisit): Promise<Answer> {
  return showGovernance(visit);
}

export async function showGovernance(visit: SignedInVisit, typed?: Typed): Promise<Answer> {
  const id = planIdOf(visit);
  const loaded = id && (await visit.within(within => load(within, id, visit)));
  return loaded ? show(visit, loaded, typed) : notFound;
}

async function load(within: Within, id: string, visit: SignedInVisit) {
  const plan = await governedPlan(within, id);
  if (!plan) return undefined;
  const agreements = await agreementsOf(within, id);
  const [latest] = agreements;
  const [showings, priorities, serving, history, since] = await Promise.all([
    showingsOf(within, id),
    prioritiesOf(within, { kind: 'plan', id }),
    servingIn(within, id),
    historyOf(within, { kind: 'plan', id }, 50),
    latest && countChanges(within, id, latest.stoodAt),
  ]);
  const zone = visit.who.organisation.timeZone;
  const editor = mayAs(visit.who.role, 'editor');
  const documents = editor ? await visit.panel(within, 'documents-of-plan', { plan: id, zone }) : '';
  return { plan, agreements, showings, priorities, serving, history, since, documents };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

function show(visit: SignedInVisit, loaded: Loaded, typed?: Typed): Answer {
  const { plan, agreements, showings, priorities, serving, history, since, documents } = loaded;
  const facts = {
    plan,
    documents,
    rows: factRows(plan),
    agreements: agreements.map((agreement, index) => ({
      ...agreement,
      since: index === 0 && since ? sinceWords(since) : undefined,
      changesHref: changesHref(plan.id, agreement),
    })),
    showings,
    priorities,
    serving,
    history: historyEntries(history),
    answers: typed?.answers ?? { version: 'day', edition: plan.edition },
    errors: typed?.errors,
    versions: VERSION_CHOICES,
    mayEdit: mayAs(visit.who.role, 'editor'),
    overdue: plan.nextReview && Temporal.PlainDate.compare(plan.nextReview, visit.today()) < 0,
    zone: visit.who.organisation.timeZone,
  };
  return page(
    'plans/pages/governance/governance.njk',
    facts,
    {
      title: `Who keeps it, who agreed it – ${plan.title}`,
      trail: [
        PLANS,
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Who keeps it, who agreed it' },
      ],
      marking: shownMarking(plan.marking),
    },
    typed ? 422 : 200,
  );
}

function factRows(plan: GovernedPlan) {
  const period = [plan.periodFrom, plan.periodTo].filter(part => part !== null).map(inWordsDated);
  return [
    { key: 'Edition', text: plan.edition },
    { key: 'Period', text: period.join(' to ') },
    { key: 'Answers for the plan', text: plan.owner?.name },
  ];
}

const changesHref = (plan: string, { id }: Agreement): string => `/plans/${plan}/changes?since=${id}`;

/** "12 lines changed, 3 added and 1 taken out since", or nothing where it is still what was agreed. */
export function sinceWords({ changed, added, removed }: CountedChanges): string | undefined {
  const parts = [
    changed && `${changed.toLocaleString('en-GB')} changed`,
    added && `${added.toLocaleString('en-GB')} added`,
    removed && `${removed.toLocaleString('en-GB')} taken out`,
  ].filter(Boolean);
  return parts.length ? `Lines since: ${parts.join(', ')}` : undefined;
}

const VERSION_CHOICES = [
  {
    value: 'day',
    text: 'As it stood at the end of that day',
    hint: 'A plan agreed before it was read here: as it was read.',
  },
  { value: 'read', text: 'As it was read from the document' },
  { value: 'now', text: 'As it stands now' },
];
