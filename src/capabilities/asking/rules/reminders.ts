import { isWorkingDay, type WorkingCalendar, workingDaysAfter } from '../../../timing/working/working.ts';
import type { AskingSettings } from '../settings.ts';

type Day = Temporal.PlainDate;

/** When somebody is reminded, and what it is then: due soon, on the day itself (or the last day worked before it), late. */
export type Reminder = { on: Day; why: 'soon' | 'today' | 'late' };

export type Reminders = {
  /** In their order, each day once. */
  steps: Reminder[];
  /** From this day on, nobody having answered, the manager or lead is told. */
  silentFrom: Day;
};

const { compare } = Temporal.PlainDate;

/** When to remind of what is due by a day. Many things are due on the same day: each is reckoned once. */
export function remindersIn(settings: AskingSettings, calendar: WorkingCalendar): (by: Day) => Reminders {
  const known = new Map<string, Reminders>();
  return by => {
    const key = by.toString();
    const found = known.get(key) ?? remindersOf(by, settings, calendar);
    known.set(key, found);
    return found;
  };
}

function remindersOf(by: Day, settings: AskingSettings, calendar: WorkingCalendar): Reminders {
  const { remindBefore, remindAfter, tellAfter } = settings;
  const steps: Reminder[] = [
    ...(remindBefore ? [{ on: workingDaysAfter(by, -remindBefore, calendar), why: 'soon' as const }] : []),
    { on: isWorkingDay(by, calendar) ? by : workingDaysAfter(by, -1, calendar), why: 'today' },
    ...remindAfter.map(days => ({ on: workingDaysAfter(by, days, calendar), why: 'late' as const })),
  ];
  return {
    steps: steps.sort((a, b) => compare(a.on, b.on)),
    silentFrom: workingDaysAfter(by, tellAfter, calendar),
  };
}

/** The latest reminder after one day, up to and with another. */
export function reminderBetween({ steps }: Reminders, after: Day, today: Day): Reminder['why'] | undefined {
  return steps.findLast(({ on }) => compare(on, after) > 0 && compare(on, today) <= 0)?.why;
}
