import { markOf } from '../../../reading/calendar/marks.ts';
import { type Period, periodsOf } from '../../../reading/calendar/periods.ts';
import { otherCell, setOtherCell } from '../../../reading/other-cells.ts';
import type { Column, NewSection } from '../plan.ts';

/** What the reader takes for a mark in a timetable, in every format. */
const MARK = '●';

type Timed = { when?: string; other?: Record<string, string>; schedules: { phrase: string }[] };
type Section = Pick<NewSection, 'title'> & { columns: Column[] };

/** By the columns themselves, which stay the same ones for as long as a plan's facts are known. */
const known = new WeakMap<Column[], (Period | undefined)[]>();

/**
 * A line with the times told that its document told by shading alone, which no cell of it keeps: as signs in its
 * timetable, or all under When where a word stands in the way of one, since times that stand there count alone.
 * Where all times stand in cells already, the line as it is. For an export, which is read again.
 */
export function withTimesTold<Line extends Timed>(line: Line, section: Section): Line {
  const { times, periods } = untoldTimes(line, section);
  const marked = times.flatMap(({ run }) => run);
  const told = marked.every(at => markOf(textAt(line, section, at) || MARK, false, periods[at]!));
  if (told) return withSigns(line, section, marked);
  const words = times.map(({ phrase }) => phrase);
  return { ...line, when: [line.when, ...words].filter(Boolean).join('; ') };
}

/** The same for a list on the page, where a word among the signs is no harm. */
export const withTimesMarked = <Line extends Timed>(line: Line, section: Section): Line =>
  withSigns(
    line,
    section,
    untoldTimes(line, section).times.flatMap(({ run }) => run),
  );

/** The times that no words under When say, with the columns of the timetable that each goes over. */
function untoldTimes(line: Timed, section: Section) {
  const untold = line.schedules.filter(({ phrase }) => !line.when?.includes(phrase));
  const periods = untold.length ? periodsIn(section) : [];
  const times = untold.map(({ phrase }) => ({ phrase, run: runOf(phrase, periods) }));
  return { times: times.filter(({ run }) => run.length), periods };
}

const textAt = ({ other = {} }: Timed, { columns }: Section, at: number): string =>
  otherCell(other, columns[at]!.name ?? '');

function withSigns<Line extends Timed>(line: Line, section: Section, marked: number[]): Line {
  const free = marked.filter(at => !textAt(line, section, at));
  if (!free.length) return line;
  const other = { ...line.other };
  for (const at of free) setOtherCell(other, section.columns[at]!.name ?? '', MARK);
  return { ...line, other };
}

function periodsIn({ title, columns }: Section): (Period | undefined)[] {
  const before = known.get(columns);
  if (before) return before;
  const all = periodsOf(
    columns.map(({ headings }) => headings),
    title,
  );
  const periods = all.map((period, at) => (columns[at]!.meaning === 'other' ? period : undefined));
  known.set(columns, periods);
  return periods;
}

/** The columns that a time goes over, by its own words: "May", "May to July". None where it was not told by columns. */
function runOf(phrase: string, periods: (Period | undefined)[]): number[] {
  const spans = (one: number, last: number) => {
    const [from, to] = [periods[one]?.from, periods[last]?.to];
    return from !== undefined && to !== undefined && phrase === (from === to ? from : `${from} to ${to}`);
  };
  for (let first = 0; first < periods.length; first++)
    for (let last = first; last < periods.length && periods[last]; last++)
      if (spans(first, last)) return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [];
}
