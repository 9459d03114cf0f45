import { timeInWords } from '../../../../language/time-of-day.ts';
import { moment, weekday } from '../../../../language/words.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { DIVISION_WORDS, DIVISIONS } from '../../../../timing/working/division.ts';
import { lastPublished, runsOut } from '../../../../timing/working/running-out.ts';
import type { OfficeHours } from '../../../../timing/working/working.ts';
import { type StoredWorkingCalendar, workingCalendarOf } from '../../queries/working-calendar.ts';
import { officeInWords, WEEKDAYS, type WrittenHours } from '../../rules/office-week.ts';
import { comingHolidays, examplesOf, howKnown } from './shown.ts';

/** What was sent and could not be stored, as it was written. */
export type Attempt = {
  errors: PageError[];
  division?: string;
  hours?: WrittenHours[];
  closing?: Record<string, unknown>;
};

export const showWorkingDays = (visit: SignedInVisit): Promise<Answer> => view(visit);

/** When the organisation works. Everyone may read it, since everyone is chased by it; administrators change it. */
export async function view(visit: SignedInVisit, attempt?: Attempt): Promise<Answer> {
  const calendar = await visit.within(workingCalendarOf);
  const zone = calendar.zone;
  const today = visit.today();
  const facts = {
    mayChange: visit.who.role === 'administrator',
    divisions: DIVISIONS.map(value => ({ value, text: DIVISION_WORDS[value] })),
    division: attempt?.division ?? calendar.division,
    divisionWords: DIVISION_WORDS[calendar.division],
    office: officeInWords(calendar.office),
    week: weekShown(attempt?.hours ?? calendar.office.map(written), attempt?.errors ?? []),
    closing: attempt?.closing ?? {},
    errors: attempt?.errors,
    ...closedShown(calendar, today),
    holidays: comingHolidays(calendar, today),
    howKnown: howKnown(calendar, today),
    holidaysUntil: runningOut(calendar, today),
    examples: examplesOf(calendar, visit.now(), { day: weekday, moment: at => moment(at, zone) }),
  };
  const title = { title: 'Working days' };
  return page('organisations/pages/working-days/page.njk', facts, title, attempt ? 422 : 200);
}

function runningOut({ division, holidays }: StoredWorkingCalendar, today: Temporal.PlainDate) {
  const last = lastPublished(holidays, today, [division]);
  return runsOut(last, today) ? last : undefined;
}

const written = (hours: OfficeHours | undefined): WrittenHours =>
  hours ? { opens: timeInWords(hours.opens), closes: timeInWords(hours.closes) } : { opens: '', closes: '' };

/** The fields of each weekday, each with what is wrong with it. */
const weekShown = (hours: WrittenHours[], errors: PageError[]) =>
  WEEKDAYS.map((name, at) => ({
    name,
    fields: (['opens', 'closes'] as const).map(kind => {
      const id = `${kind}-${at + 1}`;
      return {
        id,
        value: hours[at]![kind],
        label: `${name}: ${kind}`,
        error: errors.find(error => error.href === `#${id}`)?.text,
      };
    }),
  }));

function closedShown({ closed }: StoredWorkingCalendar, today: Temporal.PlainDate) {
  const shown = closed.map(({ id, from, to, what }) => ({ id, from, to, what, one: from.equals(to) }));
  const isPast = ({ to }: { to: Temporal.PlainDate }) => Temporal.PlainDate.compare(to, today) < 0;
  return { coming: shown.filter(one => !isPast(one)), past: shown.filter(isPast).reverse() };
}
