import { bankHolidaysIn } from '../../../../timing/working/bank-holidays.ts';
import { DIVISION_WORDS } from '../../../../timing/working/division.ts';
import { lastPublished } from '../../../../timing/working/running-out.ts';
import {
  nextOfficeMoment,
  nextWorkingDay,
  type WorkingCalendar,
  workingDaysAfter,
} from '../../../../timing/working/working.ts';

/** `byRule`: nobody has published it yet. */
export type ShownHoliday = { day: string; name: string; byRule: boolean };

/** The bank holidays from a day until the end of the next year, in their order. */
export function comingHolidays(calendar: WorkingCalendar, today: Temporal.PlainDate): ShownHoliday[] {
  return [today.year, today.year + 1].flatMap(year => {
    const { days, known } = bankHolidaysIn(year, calendar.division, calendar.holidays);
    return [...days]
      .filter(([day]) => day >= today.toString())
      .map(([day, name]) => ({ day, name, byRule: known === 'by-rule' }));
  });
}

/** Until when bank holidays are known as published, and what is done after that. */
export function howKnown({ division, holidays }: WorkingCalendar, today: Temporal.PlainDate): string {
  const last = lastPublished(holidays, today, [division]);
  return (
    `Those of ${DIVISION_WORDS[division]} are known as published until the end of ${last}. Later ones are worked out by the ` +
    'rules, so a day that is moved or added by proclamation is not known yet: enter it as a day on which you are closed.'
  );
}

type Example = { key: string; text: string };
type InWords = { day: (day: Temporal.PlainDate) => string; moment: (at: Temporal.Instant) => string };

/** What the settings come to, so that a slip shows. */
export function examplesOf(calendar: WorkingCalendar, now: Temporal.Instant, words: InWords): Example[] {
  const today = now.toZonedDateTimeISO(calendar.zone).toPlainDate();
  const opens = nextOfficeMoment(now, calendar);
  return [
    { key: 'Next', text: words.day(nextWorkingDay(today, calendar)) },
    { key: 'In 10', text: words.day(workingDaysAfter(today, 10, calendar)) },
    { key: 'In 20', text: words.day(workingDaysAfter(today, 20, calendar)) },
    { key: 'Office', text: opens.equals(now) ? 'open now' : `opens ${words.moment(opens)}` },
  ];
}
