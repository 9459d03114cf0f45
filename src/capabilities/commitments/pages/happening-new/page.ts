import { randomUUID } from 'node:crypto';
import { count } from '../../../../language/words.ts';
import { dayAnswers } from '../../../../platform/http/day-field.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { recordHappening } from '../../actions/record-happening.ts';
import { KIND_WORDS, LONGEST_NOTE } from '../../happening.ts';
import { SET_OFF_BY } from '../../promise.ts';
import { knownFor } from '../../queries/known.ts';
import { type WaitingPromise, waitingPromises } from '../../queries/waiting.ts';
import { dueAfterEvent } from '../../rules/due-after.ts';
import { dueInWords } from '../../rules/happening-words.ts';
import { mayBeSetOff } from '../../rules/sets-off.ts';
import { waitsInWords } from '../../rules/waits-in-words.ts';
import { HAPPENINGS, idsIn } from '../which-happening.ts';
import { type Read, readHappening, type Said } from './read.ts';

/** Something happened: first what and when, with now as the likely answer. */
export function newHappeningPage(visit: SignedInVisit): Answer {
  const here = visit.now().toZonedDateTimeISO(visit.who.organisation.timeZone);
  const { day, month, year } = dayAnswers(here.toPlainDate());
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  return asking(visit, {
    errors: [],
    answers: { 'happened-day': day, 'happened-month': month, 'happened-year': year, time },
  });
}

/** Then what it sets off, ticked; nothing is recorded before that was looked at. */
export async function postHappening(visit: SignedInVisit): Promise<Answer> {
  const { timeZone } = visit.who.organisation;
  const read = readHappening(visit.form, timeZone, visit.today());
  if (!read.said || visit.form.step === 'change') return asking(visit, read);
  return visit.form.step === 'record' ? recording(visit, read.said) : weighing(visit, read, read.said);
}

async function recording(visit: SignedInVisit, said: Said): Promise<Answer> {
  const [once] = idsIn(visit.form.once);
  const promises = idsIn(visit.form.promise);
  const done = await visit.within(within =>
    recordHappening(within, { ...said, source: once ? `form:${once}` : null }, { promises }, visit.now()),
  );
  const due = done.due ? `${count(done.due, 'promise')} ${done.due === 1 ? 'is' : 'are'} due for it.` : '';
  const told = done.again ? 'It was recorded before.' : `Recorded. ${due || 'Nothing is due for it.'}`;
  return redirect(`/happenings/${done.happening}`, told);
}

async function weighing(visit: SignedInVisit, read: Read, said: Said): Promise<Answer> {
  const { timeZone } = visit.who.organisation;
  const on = said.at.toZonedDateTimeISO(timeZone).toPlainDate();
  const { waiting, known } = await visit.within(async within => ({
    waiting: await waitingPromises(within, on),
    known: await knownFor(within, []),
  }));
  for (const { line, plan } of waiting) visit.shown.add(line ?? plan.id);
  const rows = waiting.map(promise => weighed(promise, said, known, timeZone));
  const others = rows.filter(({ why }) => !why);
  const facts = {
    answers: read.answers,
    said: { ...said, kind: KIND_WORDS[said.kind] },
    zone: timeZone,
    sets: rows.filter(({ why }) => why),
    others: others.slice(0, MOST_OTHERS),
    left: Math.max(0, others.length - MOST_OTHERS),
    once: randomUUID(),
  };
  const title = 'What does this set off?';
  return page('commitments/pages/happening-new/check.njk', facts, {
    title,
    trail: [HAPPENINGS, { text: 'Record something' }],
  });
}

/** More than a person looks through: what it sets off stands before them, all of it. */
const MOST_OTHERS = 200;

type Known = Awaited<ReturnType<typeof knownFor>>;

function weighed(promise: WaitingPromise, said: Said, known: Known, zone: string) {
  const { series, graceDays, setOffBy, commitments } = promise;
  const due = dueAfterEvent(series, said.at, { known, graceDays });
  return {
    ...promise,
    // what did not hold on the day is not offered as if it did
    why: due && mayBeSetOff({ setOffBy, trigger: series.trigger }, said),
    waits: waitsInWords({ setOffBy, trigger: series.trigger }),
    holds: due !== undefined,
    due: due ? dueInWords(due, zone) : 'did not hold yet on that day',
    many: commitments > 1 ? `for each of ${commitments}` : '',
  };
}

function asking(_visit: SignedInVisit, { errors, answers }: Read): Answer {
  const facts = {
    answers,
    happened: {
      day: answers['happened-day'],
      month: answers['happened-month'],
      year: answers['happened-year'],
    },
    errors,
    kinds: SET_OFF_BY.map(value => ({ value, text: KIND_WORDS[value] })),
    longest: LONGEST_NOTE,
  };
  const title = 'Record that something happened';
  const trail = [HAPPENINGS, { text: 'Record something' }];
  return page('commitments/pages/happening-new/new.njk', facts, { title, trail }, errors.length ? 422 : 200);
}
