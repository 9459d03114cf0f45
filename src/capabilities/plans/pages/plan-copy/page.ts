import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { inWords } from '../../../../timing/words.ts';
import { copyPlan, type PlanLater, planLater } from '../../actions/copy-plan.ts';
import type { Occasion } from '../../actions/save-line.ts';
import type { GoesAlong } from '../../goes-along.ts';
import type { CopyChoice } from '../../rules/copy/choice.ts';
import { type CopiedLine, isMoved } from '../../rules/copy/copied-line.ts';
import { nameOfLine } from '../cells.ts';
import { PLANS, pageOf, planIdOf } from '../which.ts';
import { answersOf, choiceOf, copyShape, usualChoice } from './typed.ts';

/** How many moved timings stand on a page. */
const SIZE = 50;

/** What a copy for another year would be; the address says how much later, and shows each timing before and after. */
export const copyPages = (along: GoesAlong) => ({
  show: (visit: SignedInVisit) => copyPlanPage(visit, along),
  make: (visit: SignedInVisit) => makeCopy(visit, along),
});

async function copyPlanPage(visit: SignedInVisit, along: GoesAlong): Promise<Answer> {
  const id = planIdOf(visit);
  if (!id) return notFound;
  const asked = visit.query.years === undefined ? undefined : readForm(copyShape, visit.query);
  const choice = asked?.value && choiceOf(asked.value);
  const later = await visit.within(within =>
    offered(within, { id, along, choice: plan => choice ?? usualChoice(plan) }, occasionOf(visit)),
  );
  if (!later) return notFound;
  if (asked && !asked.value) return show(visit, later, { answers: asked.answers, errors: asked.errors }, 422);
  return show(visit, later, { previewed: Boolean(asked) });
}

async function makeCopy(visit: SignedInVisit, along: GoesAlong): Promise<Answer> {
  const id = planIdOf(visit);
  if (!id) return notFound;
  const { value, errors, answers } = readForm(copyShape, visit.form);
  return visit.within(async within => {
    if (!value) {
      const later = await offered(within, { id, along, choice: usualChoice }, occasionOf(visit));
      return later ? show(visit, later, { answers, errors }, 422) : notFound;
    }
    const choice = choiceOf(value);
    const done = await copyPlan(within, id, choice, occasionOf(visit), choice.takeAlong ? along : undefined);
    if ('refused' in done) return notFound;
    return redirect(
      `/plans/${done.copy}`,
      'The copy is made. Timings that could not be moved for certain are in doubt: look at those first.',
    );
  });
}

type Asked = { id: string; along: GoesAlong; choice: Parameters<typeof planLater>[2] };

async function offered(
  within: Within,
  { id, along, choice }: Asked,
  occasion: Occasion,
): Promise<Offered | undefined> {
  const later = await planLater(within, id, choice, occasion);
  return later && { ...later, along: await along.offer(within, id) };
}

type Offered = PlanLater & { choice: CopyChoice; along?: string };

const occasionOf = (visit: SignedInVisit) => ({
  now: visit.now(),
  today: visit.today(),
  ownYear: visit.who.organisation.year,
});

type Shown = { answers?: Record<string, string>; errors?: PageError[]; previewed?: boolean };

function show(
  visit: SignedInVisit,
  { plan, lines, choice, along }: Offered,
  { answers, errors, previewed }: Shown,
  status = 200,
): Answer {
  const here = `/plans/${plan.id}`;
  const moved = lines.filter(isMoved).sort((one, other) => Number(!one.doubt) - Number(!other.doubt));
  const number = pageOf(visit);
  const said = answers ?? answersOf(choice);
  const addressAt = (at: number) =>
    `${here}/copy?${new URLSearchParams({ ...said, ...(at > 1 && { page: `${at}` }) })}`;
  const facts = {
    plan: { title: plan.title },
    along,
    answers: said,
    errors,
    previewed: previewed && !errors,
    words: summaryWords(plan.lines.length, lines, moved),
    moved: moved.slice((number - 1) * SIZE, number * SIZE).map(shownMove),
    paging: pageLinks({ total: moved.length, page: number, size: SIZE }, addressAt),
    hrefs: { plan: here, copy: `${here}/copy` },
  };
  return page(
    'plans/pages/plan-copy/copy.njk',
    facts,
    {
      title: `Copy ${plan.title} for a new year`,
      trail: [PLANS, { text: plan.title, href: here }, { text: 'Copy for a new year' }],
    },
    status,
  );
}

/** "The copy has 12 of 14 lines. 5 timings move, 1 of them in doubt." */
function summaryWords(all: number, lines: CopiedLine[], moved: CopiedLine[]): string {
  const doubted = moved.filter(line => line.doubt).length;
  const has = lines.length === all ? `all ${count(all, 'line')}` : `${lines.length} of ${count(all, 'line')}`;
  const moves = moved.length
    ? `${count(moved.length, 'timing')} ${moved.length === 1 ? 'moves' : 'move'}${doubted ? `, ${doubted} of them in doubt` : ''}`
    : 'No timing moves';
  return `The copy has ${has}. ${moves}.`;
}

const shownMove = ({ from, line, before, doubt }: CopiedLine) => ({
  name: nameOfLine(from),
  what: (from.what || from.recommendation || from.audience).slice(0, 200),
  before: from.when || before.map(one => one.phrase).join('; '),
  after: line.when || line.schedules.map(one => one.phrase).join('; '),
  means: line.schedules.map(inWords).join('; '),
  doubt,
});
