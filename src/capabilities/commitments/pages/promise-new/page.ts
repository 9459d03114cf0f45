import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import type { SeriesKind } from '../../../../timing/series/series.ts';
import { keepPromise } from '../../actions/keep-promise.ts';
import { planHead } from '../../queries/timed-lines.ts';
import { setOffBy } from '../../rules/set-off-by.ts';
import { planIdOf, promiseAddress, promisesOf, shownMarking } from '../promise-addresses.ts';
import { type Answers, answersIn } from '../promise-form/answers.ts';
import { type Checked, checkDraft, checkedFacts } from '../promise-form/checked.ts';
import { draftAnswers, type FormParts, otherAnswers, readDraft } from '../promise-form/draft.ts';
import { fieldFacts, kindFacts } from '../promise-form/facts.ts';
import { kindIn } from '../promise-form/kinds/all.ts';
import { formParts } from '../promise-form/load.ts';
import { type PromisedOf, promisedOf } from './of.ts';

/** First how it is due, then the fields of that; where the words of the plan propose it, their answers stand there. */
export async function newPromisePage(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const today = visit.today();
  return visit.within(async within => {
    const of = await promisedOf(within, plan, visit.query, today);
    if (!of)
      return namesNothing(visit) && (await planHead(within, plan)) ? redirect(promisesOf(plan)) : notFound;
    const { proposal } = of;
    const proposed = proposal && 'series' in proposal ? proposal.series : undefined;
    const choosing = visit.query.choose !== undefined;
    const kind = kindIn(visit.query.kind) ?? (choosing ? undefined : proposed?.kind);
    if (!kind) return showKinds(of, proposed?.kind, visit.query.choose === 'yes');
    const parts = await formParts(within, today);
    return showFields(of, kind, firstAnswers(of, kind, parts), parts);
  });
}

/** Of which line or clause is said on the page of the plan's promises. */
const namesNothing = ({ query }: SignedInVisit): boolean =>
  query.line === undefined && query.clause === undefined;

/** Checked first and shown in words with its next dates; kept only by the second button. */
export async function postNewPromise(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  const kind = kindIn(visit.form.kind);
  if (!plan || !kind) return notFound;
  const [now, today, answers] = [visit.now(), visit.today(), answersIn(visit.form)];
  return visit.within(async within => {
    const of = await promisedOf(within, plan, visit.form, today);
    if (!of) return notFound;
    const parts = await formParts(within, today);
    const read = readDraft(answers, kind, parts);
    if ('errors' in read) return showFields(of, kind, answers, parts, read.errors);
    if (visit.form.act === 'change') return showFields(of, kind, answers, parts);
    if (visit.form.act !== 'keep')
      return showCheck(of, answers, await checkDraft(within, read.draft, today), parts);
    const { about, phrase, read: made } = of;
    const promise = { plan, of: of.of, about, phrase, ...(made && { read: made }), ...read.draft };
    const done = await keepPromise(within, promise, { now, today });
    if (!isRefused(done)) return redirect(promiseAddress(done.promise), KEPT);
    return done.refused === 'nobody'
      ? showCheck(of, answers, await checkDraft(within, read.draft, today), parts)
      : notFound;
  });
}

const KEPT = 'Kept. Its dates are being written down, and whoever does it is asked as they come.';

/** What the plan’s words and the settings of the organisation answer already. */
function firstAnswers(
  { proposal, timing, of, settings }: PromisedOf,
  kind: SeriesKind,
  parts: FormParts,
): Answers {
  const { graceDays, warningDays } = settings;
  const other = {
    ...{ graceDays, warningDays, spread: null, owner: null },
    conditional: proposal?.conditional ?? false,
    heldOnly: 'clause' in of,
    setOffBy: proposal && 'setOffBy' in proposal ? proposal.setOffBy : null,
  };
  if (proposal && 'series' in proposal && proposal.series.kind === kind)
    return draftAnswers({ series: proposal.series, ...other }, parts);
  const { trigger, phrase } = timing?.schedule ?? {};
  const waits = trigger ?? phrase ?? '';
  const [year, month, day] = parts.today.toString().split('-').map(Number);
  return {
    ...otherAnswers(other),
    'from-day': String(day),
    'from-month': String(month),
    'from-year': String(year),
    ...(waits && { trigger: waits, setOffBy: setOffBy(waits) }),
  };
}

function around({ plan, about, phrase, proposal, said }: PromisedOf, title: string) {
  const here = `${promisesOf(plan.id)}/new`;
  const facts = {
    here,
    title,
    about,
    phrase,
    question: proposal && 'question' in proposal ? proposal.question : undefined,
    of: said,
    cancel: promisesOf(plan.id),
  };
  const trail = [
    { text: 'Plans', href: '/plans' },
    { text: plan.title, href: `/plans/${plan.id}` },
    { text: 'Promises', href: promisesOf(plan.id) },
    { text: title },
  ];
  return { facts, frame: { title: `${title} – ${about}`, trail, marking: shownMarking(plan.marking) } };
}

const TITLE = 'Say what is promised';

function showKinds(of: PromisedOf, proposed: SeriesKind | undefined, unanswered: boolean): Answer {
  const { facts, frame } = around(of, TITLE);
  const asks = of.proposal && 'asks' in of.proposal ? LIKELY[of.proposal.asks] : undefined;
  const errors = unanswered ? fieldProblem('kind', 'Choose how it is due') : undefined;
  const shown = { ...facts, ...kindFacts(proposed ?? asks), errors };
  return page('commitments/pages/promise-new/kind.njk', shown, frame, errors ? 422 : 200);
}

/** What hangs on the day of something may hang on a calendar, be a day or wait: nothing is likelier than the others. */
const LIKELY = { when: undefined, calendar: 'beside', limit: 'triggered', date: undefined } as const;

function showFields(
  of: PromisedOf,
  kind: SeriesKind,
  answers: Answers,
  parts: FormParts,
  errors?: PageError[],
): Answer {
  const { facts, frame } = around(of, TITLE);
  const again = `${facts.here}?${new URLSearchParams({ ...of.said, choose: 'again' })}`;
  const fields = fieldFacts(kind, answers, parts, errors);
  return page(
    'commitments/pages/promise-new/fields.njk',
    { ...facts, again, fields, errors },
    frame,
    errors ? 422 : 200,
  );
}

function showCheck(of: PromisedOf, answers: Answers, checked: Checked, parts: FormParts): Answer {
  const title = 'Check what is promised';
  const { facts, frame } = around(of, title);
  const shown = {
    ...facts,
    title,
    answers,
    checked: checkedFacts(checked, parts),
    button: 'Keep this promise',
  };
  return page('commitments/pages/promise-new/check.njk', shown, frame);
}
