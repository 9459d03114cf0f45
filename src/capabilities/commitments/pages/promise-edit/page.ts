import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import type { SeriesKind } from '../../../../timing/series/series.ts';
import { changePromise } from '../../actions/change-promise.ts';
import { termsOf } from '../../actions/take-reading.ts';
import { promiseById, type StoredPromise } from '../../queries/promises.ts';
import { type PlanHead, planHead } from '../../queries/timed-lines.ts';
import { promiseAddress, promiseIdOf, promisesOf, shownMarking } from '../promise-addresses.ts';
import { type Answers, answersIn } from '../promise-form/answers.ts';
import { type Checked, checkDraft, checkedFacts } from '../promise-form/checked.ts';
import { draftAnswers, type FormParts, otherAnswers, readDraft } from '../promise-form/draft.ts';
import { fieldFacts, kindFacts } from '../promise-form/facts.ts';
import { kindIn } from '../promise-form/kinds/all.ts';
import { formParts } from '../promise-form/load.ts';
import { whenOf } from '../when-of.ts';

type Found = { promise: StoredPromise; plan: PlanHead; parts: FormParts };

async function load(within: Within, visit: SignedInVisit): Promise<Found | undefined> {
  const id = promiseIdOf(visit);
  const promise = id && (await promiseById(within, id));
  const plan = promise && (await planHead(within, promise.plan));
  if (!plan || promise.endedOn) return undefined;
  visit.shown.add(promise.line ?? plan.id);
  return { promise, plan, parts: await formParts(within, visit.today()) };
}

/** The fields of a promise as it is; of another kind of series once that was chosen. */
export async function editPromisePage(visit: SignedInVisit): Promise<Answer> {
  const found = await visit.within(within => load(within, visit));
  if (!found) return notFound;
  if (visit.query.choose !== undefined && !kindIn(visit.query.kind))
    return showKinds(found, visit.query.choose === 'yes');
  const kind = kindIn(visit.query.kind) ?? found.promise.series.kind;
  return showFields(found, kind, answersOf(found, kind));
}

function answersOf({ promise, parts }: Found, kind: SeriesKind): Answers {
  const terms = termsOf(promise);
  const said = draftAnswers(terms, parts);
  const bounds = Object.fromEntries(Object.entries(said).filter(([name]) => /^(from|until)-/.test(name)));
  const answers = kind === promise.series.kind ? said : { ...otherAnswers(terms), ...bounds };
  return { ...answers, version: String(promise.version) };
}

/** Checked first; changed only by the second button. */
export async function postEditPromise(visit: SignedInVisit): Promise<Answer> {
  const kind = kindIn(visit.form.kind);
  const answers = answersIn(visit.form);
  const when = whenOf(visit);
  return visit.within(async within => {
    const found = await load(within, visit);
    if (!found || !kind) return notFound;
    const read = readDraft(answers, kind, found.parts);
    if ('errors' in read) return showFields(found, kind, answers, read.errors);
    if (visit.form.act === 'change') return showFields(found, kind, answers);
    const check = async () => showCheck(found, answers, await checkDraft(within, read.draft, when.today));
    if (visit.form.act !== 'keep') return check();
    const { id } = found.promise;
    const changing = { promise: id, version: versionOrNone.parse(answers.version), terms: read.draft };
    const done = await changePromise(within, changing, when);
    if (!isRefused(done)) return redirect(promiseAddress(id), done.fields.length ? CHANGED : NOTHING);
    if (done.refused === 'changed-meanwhile') return redirect(promiseAddress(id), MEANWHILE);
    return done.refused === 'nobody' ? check() : notFound;
  });
}

const CHANGED = 'Changed. What has happened stays as it is; its dates to come follow.';
const NOTHING = 'Nothing was changed.';
const MEANWHILE = 'Somebody else changed this promise meanwhile, so yours was not saved. Look at it again.';

const TITLE = 'Change what is promised';

function around({ promise, plan }: Found, title: string) {
  const back = promiseAddress(promise.id);
  const trail = [
    { text: 'Plans', href: '/plans' },
    { text: plan.title, href: `/plans/${plan.id}` },
    { text: 'Promises', href: promisesOf(plan.id) },
    { text: promise.about, href: back },
    { text: title },
  ];
  const frame = {
    title: `${title} – ${promise.about}`,
    trail,
    place: '/plans',
    marking: shownMarking(plan.marking),
  };
  const facts = {
    here: `${back}/edit`,
    title,
    about: promise.about,
    phrase: promise.phrase,
    cancel: back,
    of: {},
  };
  return { facts, frame };
}

function showKinds(found: Found, unanswered: boolean): Answer {
  const { facts, frame } = around(found, TITLE);
  const errors = unanswered ? fieldProblem('kind', 'Choose how it is due') : undefined;
  const shown = { ...facts, ...kindFacts(found.promise.series.kind), errors };
  return page('commitments/pages/promise-new/kind.njk', shown, frame, errors ? 422 : 200);
}

function showFields(found: Found, kind: SeriesKind, answers: Answers, errors?: PageError[]): Answer {
  const { facts, frame } = around(found, TITLE);
  const fields = fieldFacts(kind, answers, found.parts, errors);
  const shown = {
    ...facts,
    of: { version: answers.version },
    again: `${facts.here}?choose=again`,
    fields,
    errors,
  };
  return page('commitments/pages/promise-new/fields.njk', shown, frame, errors ? 422 : 200);
}

function showCheck(found: Found, answers: Answers, checked: Checked): Answer {
  const { facts, frame } = around(found, 'Check what is promised from now on');
  const shown = {
    ...facts,
    answers,
    checked: checkedFacts(checked, found.parts),
    changes: STAYS,
    button: 'Change it',
  };
  return page('commitments/pages/promise-new/check.njk', shown, frame);
}

const STAYS =
  'What has happened, what somebody moved by hand and what is missed stays. Dates to come follow.';
