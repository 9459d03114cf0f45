import { z } from 'zod';
import { readTimeOfDay, timeInWords } from '../../../../language/time-of-day.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type DayAnswers, dayAnswers, readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { POLLS } from '../../../../timing/working/pre-election.ts';
import type { EntryValues } from '../../calendar.ts';
import { idIn } from '../addresses.ts';
import { neededLine } from '../fields.ts';

const shape = z.object({
  title: neededLine('what it is called', 200),
  at: z.string().trim().max(40).default(''),
});
const pollShape = z.enum(POLLS, 'Choose whose poll it is');

export type EntryAnswers = {
  title: string;
  first: DayAnswers;
  last: DayAnswers;
  at: string;
  poll: string;
  area: string;
  starts: DayAnswers;
};

export type ReadEntry = { values?: EntryValues; answers: EntryAnswers; errors: PageError[] };

const { PlainDate } = Temporal;
const LONGEST = 366;

/** An entry as its form was sent. @param elections whether its calendar is of elections, which ask for more */
export function readEntry(form: Record<string, unknown>, elections: boolean): ReadEntry {
  const read = readForm(shape, form);
  const first = readDay(form, 'first', {
    asked: elections ? 'the day of the poll' : 'the first day',
    needed: true,
  });
  const last = readDay(form, 'last', { asked: 'the last day' });
  const starts = readDay(form, 'starts', { asked: 'the day on which you begin earlier' });
  const time = read.answers.at ? readTimeOfDay(read.answers.at) : undefined;
  const said = (name: string) => (typeof form[name] === 'string' ? form[name].slice(0, 100) : '');
  const answers = {
    title: read.answers.title ?? '',
    at: read.answers.at ?? '',
    poll: said('poll'),
    area: said('area'),
    first: first.answers,
    last: last.answers,
    starts: starts.answers,
  };
  const poll = elections ? pollShape.safeParse(answers.poll) : undefined;
  const by = (elections ? null : last.day) ?? first.day;
  const errors = [
    ...(read.errors ?? []),
    ...first.errors,
    ...(elections ? [] : [...last.errors, ...wrongDays(first.day, by)]),
    ...(answers.at && !time ? fieldProblem('at', 'Enter a time of day, like 7pm or 18:30') : []),
    ...(poll?.error ? fieldProblem('poll', 'Choose whose poll it is') : []),
    ...(elections ? [...starts.errors, ...wrongStart(starts.day, first.day)] : []),
  ];
  if (!read.value || !first.day || !by || errors.length) return { answers, errors };
  const election = poll?.data
    ? { poll: poll.data, area: idIn(answers.area) ?? null, startsOn: starts.day }
    : null;
  const at = time ? time.toString({ smallestUnit: 'minute' }) : null;
  return { values: { title: read.value.title, from: first.day, by, at, election }, answers, errors };
}

function wrongDays(first: Temporal.PlainDate | null, last: Temporal.PlainDate | null): PageError[] {
  if (!first || !last) return [];
  if (PlainDate.compare(last, first) < 0)
    return fieldProblem('last-day', 'The last day must be the first day or later');
  return first.until(last).days > LONGEST
    ? fieldProblem('last-day', 'The last day must be within a year of the first')
    : [];
}

const wrongStart = (starts: Temporal.PlainDate | null, poll: Temporal.PlainDate | null): PageError[] =>
  starts && poll && PlainDate.compare(poll, starts) < 0
    ? fieldProblem('starts-day', 'The day on which you begin must not be after the poll')
    : [];

export const entryAnswers = ({ title, from, by, at, election }: EntryValues): EntryAnswers => ({
  title,
  first: dayAnswers(from),
  last: dayAnswers(from.equals(by) ? null : by),
  at: at ? timeInWords(Temporal.PlainTime.from(at)) : '',
  poll: election?.poll ?? '',
  area: election?.area ?? '',
  starts: dayAnswers(election?.startsOn ?? null),
});
