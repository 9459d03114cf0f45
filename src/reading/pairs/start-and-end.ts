import type { Schedule } from '../../timing/schedule.ts';
import type { Called, Doubt } from '../lines/doubts.ts';
import type { Timings } from '../lines/timings.ts';
import type { ReadLine } from '../reading.ts';

/** Headings over the day on which a line begins, where another column holds its time. */
const ASKS_START =
  /^(?:planned |proposed |forecast |expected |actual |project |activity )*(?:start|begin|commence\w*|launch date|from)\b(?! (?:of|point|up))/i;
/** Headings over the day by which, and not on which. */
export const ASKS_END =
  /\b(?:target|deadline|due|by|complet\w+|finish\w*|end|ends|until|to|clos\w+|implement\w*|timescales?)\b/i;

type Start = { heading: string; schedule: Schedule };

/** What a column of starts says of a line whose own column of times says something else. */
function startOf({ other }: ReadLine, timings: Timings): Start | undefined {
  const [heading, text] = Object.entries(other).find(([name]) => ASKS_START.test(name.trim())) ?? [];
  const [schedule, ...more] = text ? timings.read(text) : [];
  return heading && schedule && !more.length ? { heading, schedule } : undefined;
}

const opens = ({ kind, from, by }: Schedule): string | undefined =>
  kind === 'dated' ? (from ?? by) : undefined;

/**
 * The times of a line with its start: a deadline becomes the time from the start to it, a rhythm begins with it,
 * and where the line has no other time the start is one.
 */
export function withStart(
  schedules: Schedule[],
  line: ReadLine,
  timings: Timings,
  called: Called,
): Schedule[] {
  const start = startOf(line, timings);
  if (!start) return schedules;
  const [only, ...more] = schedules;
  if (!only) return line.when ? [] : [start.schedule];
  const from = opens(start.schedule);
  if (more.length || !from || (only.by && from > only.by)) return schedules;
  const begun = { ...only, from };
  if (only.kind === 'dated') return only.by && ASKS_END.test(called('when')) ? [begun] : schedules;
  return (only.kind === 'recurring' || only.kind === 'continuous') && !only.from ? [begun] : schedules;
}

/** A line that would end before it starts, or start on no day of the calendar. */
export function endsBeforeItStarts(line: ReadLine, timings: Timings, called: Called): Doubt[] {
  const start = startOf(line, timings);
  const [end, ...more] = line.schedules;
  if (!start) return [];
  const { heading, schedule } = start;
  const field = `other:${heading}`;
  if (schedule.doubt && schedule !== end) return [{ field, reason: `${schedule.phrase}: ${schedule.doubt}` }];
  const from = opens(schedule);
  const by = end?.kind === 'dated' && !more.length ? (end.by ?? end.from) : undefined;
  return from && by && from > by
    ? [
        {
          field: 'when',
          reason: `“${schedule.phrase}” under ${called(field)}, but “${end?.phrase}” under ${called('when')}, which is earlier: which is true?`,
        },
      ]
    : [];
}
