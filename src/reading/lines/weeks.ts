import type { Schedule } from '../../timing/schedule.ts';
import type { Column } from '../headings/columns.ts';
import { folded } from '../text/plain.ts';

const BEGINS = /\b(?:weeks?|wk) (?:commencing|beginning|starting|of)\b|\bw\/?c\b/;
const ENDS = /\b(?:weeks?|wk) ending\b|\bw\/?e\b/;

/** Under "Week commencing" a day stands for the seven that begin with it, under "Week ending" for those that it ends. */
export function wholeWeeks(schedules: Schedule[], columns: Column[]): Schedule[] {
  const heading = folded(columns.find(({ meaning }) => meaning === 'when')?.headings.join(' ') ?? '');
  const [before, after] = BEGINS.test(heading) ? [0, 6] : ENDS.test(heading) ? [6, 0] : [0, 0];
  if (before === after) return schedules;
  return schedules.map(schedule => {
    if (schedule.kind !== 'dated' || !schedule.by || (schedule.from ?? schedule.by) !== schedule.by)
      return schedule;
    const day = Temporal.PlainDate.from(schedule.by);
    return {
      ...schedule,
      from: day.subtract({ days: before }).toString(),
      by: day.add({ days: after }).toString(),
    };
  });
}
