import { daysFrom, isBefore, isWorked, workedAfter, workedUpTo } from './days.ts';

/** An entry that comes to somebody: what is asked of them on a day, about how many dates that end by another. */
export type Ask<Kept extends string = string> = {
  on: string;
  to: string;
  kept: Kept;
  by: string;
  dates: number;
  /** `over`: with the first message after its last day. */
  answered: 'at-once' | 'over' | 'never';
};

/** Three working days before it is due, on the day, and two and five after it. */
const reminders = (by: string): string[] => [
  workedAfter(by, -3),
  workedUpTo(by),
  workedAfter(by, 2),
  workedAfter(by, 5),
];

/** What is due less often than weekly is asked about on the first morning that is five working days ahead of it, or less. */
export const seldomAsked = (by: string, since: string): string =>
  daysFrom(since, by)
    .filter(isWorked)
    .find(day => !isBefore(workedAfter(day, 5), by))!;

/** "day person" of every message: for what is new, for what waits, and, to `manager`, for what others do not answer. */
export function letterDays(all: readonly Ask[], manager: string): string[] {
  const days = new Set(all.map(({ on, to }) => `${on} ${to}`));
  for (const { on, to, by, answered } of all) {
    const later = reminders(by).filter(day => isBefore(on, day));
    if (answered === 'never') for (const day of later) days.add(`${day} ${to}`);
    if (answered === 'never') days.add(`${workedAfter(by, 5)} ${manager}`);
    if (answered === 'over') {
      const next = daysFrom(by, workedAfter(by, 5)).find(
        day => day !== by && (days.has(`${day} ${to}`) || later.includes(day)),
      );
      days.add(`${next} ${to}`);
    }
  }
  return [...days].sort();
}

/** As it stands in a list of what was asked: "day person promise dates". */
export const askLine = ({ on, to, kept, dates }: Pick<Ask, 'on' | 'to' | 'kept' | 'dates'>): string =>
  `${on} ${to} ${kept} ${dates}`;
