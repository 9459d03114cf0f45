import { moveDates } from '../../../../timing/moved/dates-in-words.ts';
import { moveDay } from '../../../../timing/moved/schedule.ts';

/** How a plan is copied for another year. */
export type CopyChoice = {
  /** How much later the copy is, in months; negative for earlier. */
  months: number;
  /** Lines that are complete or superseded stay behind. */
  leaveDone: boolean;
  /** The cells for status and comments are emptied, since they tell of the year that was. */
  emptyTold: boolean;
  title: string;
  /** What those below keep of its lines goes along: its promises. */
  takeAlong?: boolean;
};

type Dated = { title: string; periodFrom: string | null; periodTo: string | null };

/** As many months as the plan's period has, so that the copy begins where it ends; a year where it has none. */
export function usualMonths({ periodFrom, periodTo }: Omit<Dated, 'title'>): number {
  if (!isDay(periodFrom) || !isDay(periodTo) || periodTo <= periodFrom) return 12;
  const after = Temporal.PlainDate.from(periodTo).add({ days: 1 });
  const months = Temporal.PlainDate.from(periodFrom).until(after, { largestUnit: 'months' }).months;
  return months || 12;
}

const isDay = (day: string | null): day is string => /^\d{4}-\d\d-\d\d$/.test(day ?? '');

/** "Plan 2025/26" a year later is "Plan 2026/27"; a title without a year says that it is a copy. */
export function titleLater(title: string, months: number): string {
  const moved = moveDates(title, { months });
  return moved === title ? `${title.slice(0, 290)} (copy)` : moved;
}

/** A year, a month or a day of ISO ("2025-04") so many months later, as exact as it was; what is none of these stays. */
export function datedLater(dated: string | null, months: number): string | null {
  if (!dated) return null;
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(dated) ?? [];
  return year ? moveDay(`${year}-${month}-${day}`, months).slice(0, dated.length) : dated;
}
