import type { Schedule } from '../schedule.ts';

const { PlainDate } = Temporal;

/**
 * A timing so many months later (or, negative, earlier): its days, or the bounds of what recurs or goes on, keep their
 * place in the month, the 29th of February giving way to the 28th, and a month's end stays one. Rules, triggers and
 * limits stay as they are.
 */
export function moveSchedule(schedule: Schedule, months: number): Schedule {
  const { from, by, phrase } = schedule;
  return {
    ...schedule,
    ...(from && { from: moveDay(from, months) }),
    ...(by && { by: endsMonth(by, phrase) ? moveEnd(by, months) : moveDay(by, months) }),
  };
}

export const moveDay = (day: string, months: number): string =>
  PlainDate.from(day).add({ months }).toString();

const moveEnd = (day: string, months: number): string => {
  const moved = PlainDate.from(day).add({ months });
  return moved.with({ day: moved.daysInMonth }).toString();
};

/** "June 2026", "by the end of June"; not "by 30 June", which names the day. */
function endsMonth(day: string, phrase: string): boolean {
  const { day: number, daysInMonth } = PlainDate.from(day);
  return number === daysInMonth && !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(phrase);
}
