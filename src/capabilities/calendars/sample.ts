import { isRefused } from '../../language/refusal.ts';
import type { Within } from '../../platform/database/database.ts';
import { weekdayOfMonth } from '../../timing/calendar.ts';
import { addCalendar } from './actions/calendars.ts';
import { storeEntries } from './actions/store-entries.ts';
import type { CalendarKind, EntryValues } from './calendar.ts';
import type { CalendarParts } from './follows.ts';
import { knownDays } from './rules/known-days.ts';

const [WEDNESDAY, THURSDAY, FRIDAY] = [3, 4, 5];

/** Terms, meetings, days of the year and an election of a borough that does not exist, from this school year on. */
export async function sampleCalendars(
  within: Within,
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<void> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const year = today.month < 9 ? today.year - 1 : today.year;
  const add = async (name: string, kind: CalendarKind, entries: EntryValues[]) => {
    const made = await addCalendar(within, { name, kind, area: null }, now);
    if (isRefused(made)) throw new Error(`The sample calendar was not made: ${made.refused}.`);
    const deeds = entries.map(values => ({
      ...{ stored: undefined, uid: undefined, cancelled: false, changes: [] },
      values,
    }));
    await storeEntries(within, { calendar: made.id, deeds, seen: false, action: 'sample' }, parts, now);
  };
  await add('School terms', 'terms', terms(year));
  await add('Meetings of the council', 'meetings', meetings(year));
  const days = knownDays(['Halloween', 'Bonfire Night', 'Remembrance Sunday'], { first: year, count: 2 }, {});
  await add(
    'Days of the year',
    'festivals',
    days.map(({ values }) => values),
  );
  await add('Elections', 'elections', [election(year + 1)]);
}

const nth = (year: number, month: number, weekday: number, n: number): Temporal.PlainDate =>
  weekdayOfMonth(year, month, weekday, n)!;

const entry = (
  title: string,
  from: Temporal.PlainDate,
  by = from,
  at: string | null = null,
): EntryValues => ({
  ...{ title, from, by, at },
  election: null,
});

const terms = (year: number): EntryValues[] =>
  [year, year + 1].flatMap(first => [
    entry('Autumn term', nth(first, 9, WEDNESDAY, 1), nth(first, 12, FRIDAY, 3)),
    entry('Spring term', nth(first + 1, 1, WEDNESDAY, 1), nth(first + 1, 3, FRIDAY, -1)),
    entry('Summer term', nth(first + 1, 4, WEDNESDAY, 3), nth(first + 1, 7, WEDNESDAY, 3)),
  ]);

/** Full council in every second month, cabinet in those between; none in August. */
const meetings = (year: number): EntryValues[] =>
  Array.from({ length: 20 }, (_, at) => new Temporal.PlainDate(year, 9, 1).add({ months: at })).flatMap(
    ({ year: of, month }) => {
      if (month === 8) return [];
      const full = month % 2 === 0;
      const day = nth(of, month, WEDNESDAY, 2);
      return [entry(full ? 'Full council' : 'Cabinet', day, day, full ? '19:00' : '18:30')];
    },
  );

/** Councils are elected on the first Thursday in May (Representation of the People Act 1983, section 37). */
const election = (year: number): EntryValues => ({
  ...entry('Borough council election', nth(year, 5, THURSDAY, 1)),
  election: { poll: 'local', area: null, startsOn: null },
});
