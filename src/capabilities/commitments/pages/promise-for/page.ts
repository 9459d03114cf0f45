import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import type { Series, SeriesKind } from '../../../../timing/series/series.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { changeCommitment } from '../../actions/change-commitment.ts';
import { commitmentOf, type HeldCommitment } from '../../queries/commitments-of.ts';
import { promiseById, type StoredPromise } from '../../queries/promises.ts';
import { identified } from '../identified.ts';
import { calendarOf } from '../plan-promises/proposed-row.ts';
import { promiseAddress, promiseIdOf } from '../promise-addresses.ts';
import { type Answers, answersIn, Reader } from '../promise-form/answers.ts';
import { type FormParts, readOwner } from '../promise-form/draft.ts';
import { fieldFacts } from '../promise-form/facts.ts';
import { kindIn, readSeries, seriesAnswers } from '../promise-form/kinds/all.ts';
import { formParts } from '../promise-form/load.ts';
import { whenOf } from '../when-of.ts';

type Found = { promise: StoredPromise; one: HeldCommitment; parts: FormParts };

async function load(within: Within, visit: SignedInVisit): Promise<Found | undefined> {
  const [id, commitment] = [promiseIdOf(visit), identified(visit.params.commitment)];
  const promise = id && (await promiseById(within, id));
  const one = promise && commitment && (await commitmentOf(within, promise.id, commitment));
  if (!one || one.endedOn || promise.endedOn) return undefined;
  visit.shown.add(promise.line ?? promise.plan);
  return { promise, one, parts: await formParts(within, visit.today()) };
}

/** Who does it, and when it is due, where that is not as the promise says for all. */
export async function promiseForPage(visit: SignedInVisit): Promise<Answer> {
  const found = await visit.within(within => load(within, visit));
  if (!found) return notFound;
  const { one, promise, parts } = found;
  const series = one.series ?? promise.series;
  const answers = {
    ...seriesAnswers(series, parts),
    owner: one.byArea ? '' : (one.owner?.id ?? ''),
    dates: one.series ? 'own' : 'same',
    version: String(one.version),
  };
  return show(found, series.kind, answers);
}

export async function postPromiseFor(visit: SignedInVisit): Promise<Answer> {
  const kind = kindIn(visit.form.kind);
  const answers = answersIn(visit.form);
  const when = whenOf(visit);
  return visit.within(async within => {
    const found = await load(within, visit);
    if (!found || !kind) return notFound;
    const asked = new Reader(answers);
    const series = ownSeries(asked, kind, found.parts);
    const owner = readOwner(asked, found.parts.choices);
    if (asked.errors.length || series === undefined || owner === undefined)
      return show(found, kind, answers, asked.errors);
    const own = { owner, series };
    const version = versionOrNone.parse(answers.version);
    const wanted = { promise: found.promise.id, commitment: found.one.id, version, own };
    const done = await changeCommitment(within, wanted, when);
    const back = promiseAddress(found.promise.id);
    if (!isRefused(done)) return redirect(back, done.changed ? CHANGED : 'Nothing was changed.');
    return done.refused === 'changed-meanwhile' ? redirect(back, MEANWHILE) : notFound;
  });
}

const CHANGED = 'Changed. What has happened stays as it is.';
const MEANWHILE = 'Somebody else changed this meanwhile, so yours was not saved. Look at it again.';

function ownSeries(asked: Reader, kind: SeriesKind, parts: FormParts): Series | null | undefined {
  const dates = asked.one('dates', ['same', 'own'] as const, 'Choose when it is due');
  if (dates === 'same') return null;
  return dates && readSeries(asked, kind, parts);
}

function show(
  { promise, one, parts }: Found,
  kind: SeriesKind,
  answers: Answers,
  errors?: PageError[],
): Answer {
  const back = promiseAddress(promise.id);
  const title = `For ${one.name || 'all'}`;
  const facts = {
    here: `${back}/for/${one.id}`,
    back,
    title,
    about: promise.about,
    words: seriesInWords(promise.series, calendarOf(promise.series, parts.known)),
    fields: fieldFacts(kind, answers, parts, errors),
    answers,
    errors,
  };
  const trail = [{ text: 'Plans', href: '/plans' }, { text: promise.about, href: back }, { text: title }];
  const frame = { title: `${title} – ${promise.about}`, trail, place: '/plans' };
  return page('commitments/pages/promise-for/promise-for.njk', facts, frame, errors ? 422 : 200);
}
