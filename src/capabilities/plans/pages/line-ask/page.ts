import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers, readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { workingDaysAfter } from '../../../../timing/working/working.ts';
import { besidesWords, peopleFor, type Reached, workingCalendarOf } from '../../../organisations/index.ts';
import { askProgress } from '../../asking/ask-owners.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { headingOfLine, nameOfLine } from '../cells.ts';
import { lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';

/** Working days that somebody has for an answer, where nobody says otherwise. */
const USUAL = 5;
const FIRST_WORDS = 'How is this going?';

type Found = { found: LineInPlan; reached: Reached | undefined; usual: Temporal.PlainDate };
type Typed = { what: string; by: { day: string; month: string; year: string }; errors: PageError[] };

async function load(within: Within, visit: SignedInVisit): Promise<Found | undefined> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  const found = plan && id ? await lineInPlan(within, plan, id) : undefined;
  if (!found) return undefined;
  const owner = found.owners.accountable;
  const today = visit.today();
  const reached = owner ? (await peopleFor(within, [owner.id], today)).get(owner.id) : undefined;
  return { found, reached, usual: workingDaysAfter(today, USUAL, await workingCalendarOf(within)) };
}

/** Asks the owner of a line how it is going. */
export async function askPage(visit: SignedInVisit): Promise<Answer> {
  const loaded = await visit.within(within => load(within, visit));
  return loaded ? show(loaded) : notFound;
}

const words = z
  .string()
  .transform(text => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'Write what you ask').max(200, 'Write 200 characters or fewer'));

export async function postAsk(visit: SignedInVisit): Promise<Answer> {
  const what = words.safeParse(visit.form.what ?? '');
  const asked = 'the day by which you need an answer';
  const { day, answers, errors } = readDay(visit.form, 'by', { asked, needed: true });
  const problems = [
    ...(what.success ? [] : fieldProblem('what', what.error.issues[0]!.message)),
    ...errors,
    ...(day && Temporal.PlainDate.compare(day, visit.today()) < 0
      ? fieldProblem('by-day', 'Enter a day that is not over')
      : []),
  ];
  return visit.within(async within => {
    const loaded = await load(within, visit);
    if (!loaded) return notFound;
    const { line, owners, plan } = loaded.found;
    const typed = { what: String(visit.form.what ?? ''), by: answers, errors: problems };
    if (problems.length || !day || !what.success) return show(loaded, typed);
    if (!owners.accountable || !canAsk(loaded)) return show(loaded);
    const wanted = { line: line.id, owner: owners.accountable.id, what: what.data };
    const made = await askProgress(within, wanted, { by: day, now: visit.now() });
    if (isRefused(made)) return notFound;
    return redirect(
      `/plans/${plan.id}/lines/${line.id}`,
      `${owners.accountable.name} is asked in the next daily message.`,
    );
  });
}

const canAsk = ({ reached }: Found): boolean => reached !== undefined && !('refused' in reached);

const NOT_REACHED = {
  nobody: 'No person of the organisation is named for',
  'no-address': 'No email address is known of',
  left: 'Nobody has taken over from',
};

function show(loaded: Found, typed?: Typed): Answer {
  const { line, plan, owners } = loaded.found;
  const { reached, usual } = loaded;
  const here = `/plans/${plan.id}/lines/${line.id}`;
  const facts = {
    heading: headingOfLine(line),
    here,
    owner: owners.accountable,
    to: reached && !('refused' in reached) ? reached : undefined,
    besides: reached && !('refused' in reached) ? besidesWords(reached) : '',
    why: reached && 'refused' in reached ? NOT_REACHED[reached.refused] : undefined,
    what: typed?.what ?? FIRST_WORDS,
    by: typed?.by ?? dayAnswers(usual),
    errors: typed?.errors,
  };
  const trail = [
    PLANS,
    { text: plan.title, href: `/plans/${plan.id}` },
    { text: nameOfLine(line), href: here },
    { text: 'Ask the owner' },
  ];
  const marking = shownMarking(line.marking) ?? shownMarking(plan.marking);
  const status = typed?.errors.length ? 422 : 200;
  return page('plans/pages/line-ask/ask.njk', facts, { title: 'Ask the owner', trail, marking }, status);
}
