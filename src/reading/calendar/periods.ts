import { matchHeading } from '../headings/match.ts';
import type { Sense } from '../headings/senses.ts';
import { followClosely } from './follow-closely.ts';
import { monthInitials } from './initials.ts';
import { type Label, labelOf, MONTHS } from './labels.ts';

/** The time that a column of a timetable stands for, in words that the grammar of times reads; alike for a single one. */
export type Period = { unit: 'day' | 'week' | 'month' | 'quarter'; from: string; to: string };

/** Fewer columns named by times are no timetable. */
const FEWEST = 3;
/** What may stand over the times of a timetable; over anything else ("RAG" over "Q1") the columns tell something of their own. */
const OVER_TIMES: readonly (Sense | undefined)[] = [undefined, 'timing', 'action', 'delivery', 'start'];

/**
 * For each column, given by its headings from the top down, the time that it stands for. All undefined in a table that
 * has no such columns. `over`: what stands over the whole table ("March 2025"), which may name the month of its days.
 */
export function periodsOf(columns: string[][], over = ''): (Period | undefined)[] {
  const initials = monthInitials(columns.map(headings => headings.findLast(Boolean) ?? ''));
  const labels = weekly(
    carried(
      columns.map((headings, at) => labelsOf(headings, initials[at])),
      labelOf(over),
    ),
  );
  const periods = labels.map(label => label && periodOf(label));
  const few = periods.filter(Boolean).length < FEWEST;
  return few || !followClosely(labels.filter(label => label !== undefined))
    ? columns.map(() => undefined)
    : periods;
}

/** Year, month and day may stand in rows of headings over one another; the lowest must name a time. */
function labelsOf(headings: string[], initial: number | undefined): Label | undefined {
  const written = headings.filter(Boolean);
  const labels = written.map((text, at) =>
    initial && at === written.length - 1 ? { month: initial } : labelOf(text),
  );
  if (!labels.at(-1)) return undefined;
  const strange = written.some((text, at) => !labels[at] && !OVER_TIMES.includes(matchHeading(text)?.sense));
  return strange ? undefined : Object.assign({}, ...labels);
}

/** A month over the first of its days, or a year with the first of its months, holds for those that follow. */
function carried(labels: (Label | undefined)[], over: Label | undefined): (Label | undefined)[] {
  let before: Label = over?.month ? over : {};
  return labels.map(label => {
    if (!label || label.quarter) return label;
    const own: Label = { ...label };
    if (own.month === undefined && (own.day || own.week) && before.month) {
      own.month = before.month;
      own.year ??= before.year;
    }
    if (own.month === undefined) return own;
    if (own.financial && own.year) {
      own.year += own.month < 4 ? 1 : 0;
      delete own.financial;
    }
    if (own.year === undefined && before.year && before.month)
      own.year = before.year + (own.month < before.month ? 1 : 0);
    before = own;
    return own;
  });
}

/** "3, 10, 17, 24" under a month are the days on which weeks begin. */
function weekly(labels: (Label | undefined)[]): (Label | undefined)[] {
  const days = labels.flatMap(label => (label?.day ? [label.day] : []));
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
  const forward = steps.filter(step => step > 0);
  if (days.length < FEWEST || !forward.length || !forward.every(step => step === 7)) return labels;
  return labels.map(
    (label, at) => label && (label.day ? { ...begunBefore(label, labels[at + 1]), commencing: true } : label),
  );
}

/** "31, 7, 14" under April: its first week begins in March. */
function begunBefore(label: Label, next: Label | undefined): Label {
  const earlier = next?.day && label.day && next.month === label.month && next.day < label.day;
  if (!earlier || !label.month) return label;
  return label.month > 1
    ? { ...label, month: label.month - 1 }
    : { ...label, month: 12, ...(label.year ? { year: label.year - 1 } : {}) };
}

function periodOf({
  day,
  week,
  month,
  toMonth,
  quarter,
  year,
  financial,
  commencing,
}: Label): Period | undefined {
  const dated = (text: string) => (year ? `${text} ${year}` : text);
  const same = (unit: Period['unit'], text: string): Period => ({ unit, from: text, to: text });
  if (quarter) {
    const of = year && (financial ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : year);
    return same('quarter', [`Q${quarter}`, of].filter(Boolean).join(' '));
  }
  const named = MONTHS[(month ?? 0) - 1];
  if (!named) return week && !day ? same('week', `Week ${week}`) : undefined;
  if (day) return same(commencing ? 'week' : 'day', `${commencing ? 'w/c ' : ''}${dated(`${day} ${named}`)}`);
  const last = MONTHS[(toMonth ?? 0) - 1];
  if (last) return { unit: 'quarter', from: dated(named), to: dated(last) };
  // a week that is only counted within its month is some time in it
  return same('month', dated(named));
}
