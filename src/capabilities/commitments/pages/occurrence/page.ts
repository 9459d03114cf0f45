import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { dayAnswers } from '../../../../platform/http/day-field.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { CONCERN_STATE_WORDS, concernHref } from '../../concerns/concern.ts';
import { occurrenceSubject } from '../../occurrence.ts';
import { calendarNames } from '../../queries/calendar-names.ts';
import { concernsOf, type ListedConcern } from '../../queries/concerns.ts';
import { evidenceOf, type ShownEvidence } from '../../queries/evidence.ts';
import { type NearBy, nearBy, type ShownOccurrence, shownOccurrence } from '../../queries/occurrence.ts';
import { OCCURRENCES } from '../../rules/asked-occurrences.ts';
import { mayChange, maySettle } from '../may.ts';
import { saidChoices } from '../settling/choices.ts';
import { occurrenceAddress, occurrenceIdOf } from '../which-occurrence.ts';
import { evidenceRows } from './evidence-rows.ts';
import { historyRows } from './history-rows.ts';
import { occurrenceRows, stripOf } from './rows.ts';
import { standingWords } from './standing-words.ts';

export type Wrong = { errors: PageError[]; answers: Record<string, string> };

type Found = {
  one: ShownOccurrence;
  near: NearBy[];
  evidence: ShownEvidence[];
  concerns: ListedConcern[];
  history: HistoryEntry[];
  calendars: ReadonlyMap<string, string>;
  may: { settle: boolean; change: boolean };
};

/** What was promised for one date, what became of it, and what shows it. */
export async function occurrencePage(visit: SignedInVisit, wrong?: Wrong): Promise<Answer> {
  const id = occurrenceIdOf(visit);
  const found = id && (await visit.within(within => load(within, visit, id)));
  if (!found) return notFound;
  visit.shown.add(found.one.line ?? found.one.plan);
  return show(visit, found, wrong);
}

async function load(within: Within, visit: SignedInVisit, id: string): Promise<Found | undefined> {
  const one = await shownOccurrence(within, id, visit.today());
  if (!one) return undefined;
  const [near, evidence, concerns, history, calendars, settles] = await Promise.all([
    nearBy(within, one, visit.today()),
    evidenceOf(within, id),
    concernsOf(within, id),
    historyOf(within, occurrenceSubject(id), 50),
    calendarNames(within, [one.series]),
    maySettle(within, visit, one),
  ]);
  return {
    one,
    near,
    evidence,
    concerns,
    history,
    calendars,
    may: { settle: settles, change: mayChange(visit) },
  };
}

function show(visit: SignedInVisit, found: Found, wrong?: Wrong): Answer {
  const { one, may } = found;
  const open = one.outcome === null && one.stands;
  const today = visit.today();
  const title = one.forName ? `${one.about}, ${one.forName}` : one.about;
  const facts = {
    here: occurrenceAddress(one.id),
    title,
    one,
    zone: visit.who.organisation.timeZone,
    standing: standingWords(one, today),
    strip: stripOf(found.near, one.id),
    rows: occurrenceRows(one, found.calendars),
    evidence: evidenceRows(found.evidence, occurrenceAddress(one.id)),
    concerns: found.concerns.map(({ id, words, state }) => ({
      words,
      standing: CONCERN_STATE_WORDS[state],
      href: concernHref(id),
    })),
    raises: may.settle && one.stands && !one.heldOnly,
    history: found.history.flatMap(historyRows),
    choices: saidChoices({ ...one, setOff: one.happening !== null }),
    settles: open && may.settle,
    shows: !open && may.settle && one.stands,
    takesBack: may.settle && one.settling !== null && one.outcome !== 'postponed',
    moves: open && may.change && one.state !== 'missed',
    answers: wrong?.answers ?? doneToday(one, today),
    errors: wrong?.errors,
  };
  const trail = [{ text: 'What was promised when', href: OCCURRENCES }, { text: title }];
  const template = 'commitments/pages/occurrence/occurrence.njk';
  return page(template, facts, { title, trail, place: OCCURRENCES }, wrong ? 422 : 200);
}

/** Whoever says it in time mostly did it that day; of what was missed nobody should have to correct a day. */
function doneToday({ state }: ShownOccurrence, today: Temporal.PlainDate): Record<string, string> {
  const { day, month, year } = dayAnswers(state === 'missed' ? null : today);
  return { 'done-day': day, 'done-month': month, 'done-year': year };
}
