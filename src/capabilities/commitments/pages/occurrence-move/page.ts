import { isRefused } from '../../../../language/refusal.ts';
import { readTimeOfDay } from '../../../../language/time-of-day.ts';
import { day } from '../../../../language/words.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers, readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { type Moving, moveBack, moveOccurrence, type NotMoved } from '../../actions/move-occurrence.ts';
import { type ShownOccurrence, shownOccurrence } from '../../queries/occurrence.ts';
import { OCCURRENCES } from '../../rules/asked-occurrences.ts';
import { whenOf } from '../when-of.ts';
import { occurrenceAddress, occurrenceIdOf } from '../which-occurrence.ts';
import { readWhy, SAY_WHY } from '../why-field.ts';

type Wrong = { errors: PageError[]; answers: Record<string, string> };

/** Where one date of a promise is moved to other days, and why. */
export async function movePage(visit: SignedInVisit, wrong?: Wrong): Promise<Answer> {
  const id = occurrenceIdOf(visit);
  const one = id && (await visit.within(within => shownOccurrence(within, id, visit.today())));
  if (!one) return notFound;
  visit.shown.add(one.line ?? one.plan);
  if (one.outcome || !one.stands || one.state === 'missed')
    return redirect(occurrenceAddress(one.id), ONLY_OPEN);
  const name = one.forName ? `${one.about}, ${one.forName}` : one.about;
  const facts = {
    here: occurrenceAddress(one.id),
    name,
    one,
    // a person who moves one means it to be elsewhere than it was first
    movesBack: one.movedWhy !== '',
    answers: wrong?.answers ?? answersOf(one),
    errors: wrong?.errors,
  };
  const trail = [
    { text: 'What was promised when', href: OCCURRENCES },
    { text: name, href: facts.here },
    { text: 'Move it' },
  ];
  const frame = { title: 'Move one date', trail, place: OCCURRENCES };
  return page('commitments/pages/occurrence-move/occurrence-move.njk', facts, frame, wrong ? 422 : 200);
}

const ONLY_OPEN = 'Only what is open, and was not missed, can be moved. What was missed stays to be seen.';

const answersOf = ({ from, by, at, version }: ShownOccurrence): Record<string, string> => ({
  ...named('from', from),
  ...named('by', by),
  at: at ?? '',
  why: '',
  version: String(version),
});

const named = (name: string, on: Temporal.PlainDate): Record<string, string> => {
  const { day: dayOfMonth, month, year } = dayAnswers(on);
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
};

export async function postMove(visit: SignedInVisit): Promise<Answer> {
  const id = occurrenceIdOf(visit);
  if (!id) return notFound;
  const read = readMoving(visit, id);
  if (!read.moving) return movePage(visit, read);
  const { moving, answers } = read;
  const done = await visit.within(async within =>
    (await shownOccurrence(within, id, visit.today()))?.stands
      ? moveOccurrence(within, moving, whenOf(visit))
      : undefined,
  );
  if (!done) return notFound;
  if (!isRefused(done)) return redirect(occurrenceAddress(id), `Moved. It is due by ${day(moving.by)} now.`);
  if (done.refused === 'not-found') return notFound;
  const [field, words] = NOT_MOVED[done.refused];
  return movePage(visit, { errors: fieldProblem(field, words), answers });
}

export async function postMoveBack(visit: SignedInVisit): Promise<Answer> {
  const id = occurrenceIdOf(visit);
  if (!id) return notFound;
  const which = { occurrence: id, version: versionOrNone.parse(visit.form.version) };
  const done = await visit.within(within => moveBack(within, which, whenOf(visit)));
  if (!isRefused(done)) return redirect(occurrenceAddress(id), 'Moved back to its first date.');
  if (done.refused === 'not-found') return notFound;
  return redirect(occurrenceAddress(id), `Not moved. ${NOT_MOVED[done.refused][1]}.`);
}

/** The field where it is said, and the words. */
const NOT_MOVED: Record<Exclude<NotMoved['refused'], 'not-found'>, [string, string]> = {
  changed: ['why', 'Somebody changed it meanwhile: look at what it says now, and move it again'],
  settled: ['why', 'Somebody said meanwhile what became of it, so it is not moved'],
  missed: ['why', 'It was missed meanwhile: say what became of it'],
  'reason-needed': ['why', SAY_WHY],
  order: ['by-day', 'Enter a last day that is not before the first'],
  over: ['by-day', 'Enter a last day that is not over already'],
};

type ReadMoving =
  | { moving: Moving; errors?: undefined; answers: Wrong['answers'] }
  | (Wrong & { moving?: undefined });

function readMoving({ form }: SignedInVisit, occurrence: string): ReadMoving {
  const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const from = readDay(form, 'from', { asked: 'the first day', needed: true });
  const by = readDay(form, 'by', { asked: 'the last day', needed: true });
  const { why, errors: unsaid } = readWhy(form);
  const at = words(form.at);
  const time = at ? readTimeOfDay(at) : undefined;
  const errors = [
    ...from.errors,
    ...by.errors,
    ...(at && !time ? fieldProblem('at', 'Enter a time, like 6:30pm, or leave it empty') : []),
    ...unsaid,
  ];
  const fields = [
    'from-day',
    'from-month',
    'from-year',
    'by-day',
    'by-month',
    'by-year',
    'at',
    'why',
    'version',
  ];
  const answers = Object.fromEntries(fields.map(name => [name, words(form[name])]));
  if (errors.length || !from.day || !by.day) return { errors, answers };
  const version = versionOrNone.parse(form.version);
  const moving = { occurrence, version, from: from.day, by: by.day, at: time?.toString() ?? null, why };
  return { moving, answers };
}
