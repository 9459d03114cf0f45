import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { DIVISION_WORDS } from '../../../timing/working/division.ts';
import type { ClosedDays, WorkingCalendar } from '../../../timing/working/working.ts';
import { organisationSubject } from '../organisation.ts';
import { asStored, closedDays, workingWeek } from '../queries/working-calendar.ts';
import { hoursInWords, WEEKDAYS } from '../rules/office-week.ts';
import { WORKING_DAYS_CHANGED } from '../working-days-changed.ts';

export type WeekWanted = Pick<WorkingCalendar, 'division' | 'office'>;

/** Gives the organisation other bank holidays or office hours. @returns whether anything changed */
export async function changeWorkingWeek(
  within: Within,
  after: WeekWanted,
  now: Temporal.Instant,
): Promise<boolean> {
  await holdOrganisation(within);
  const before = await workingWeek(within);
  const changes = weekChanges(before, after);
  if (changes.length === 0) return false;
  await within.db
    .updateTable('organisations')
    .set({ division: after.division, office_hours: json(after.office.map(asStored)) })
    .where('id', '=', within.organisation)
    .execute();
  await record(within, organisationSubject(within.organisation), 'changed', changes, now);
  await announce(within, now);
  return true;
}

function weekChanges(before: WeekWanted, after: WeekWanted): Change[] {
  const said = (week: WeekWanted) => [
    { field: 'bank holidays', words: DIVISION_WORDS[week.division] },
    ...WEEKDAYS.map((on, at) => ({ field: `office hours on ${on}`, words: hoursInWords(week.office[at]) })),
  ];
  const was = said(before);
  return said(after).flatMap(({ field, words }, at) =>
    words === was[at]!.words ? [] : [{ field, before: was[at]!.words, after: words }],
  );
}

/**
 * More days than an organisation closes for in a working life, and few enough that a working day and an open office are
 * always found (`FURTHEST` in timing/working), even where each of them is the one weekday on which the office opens.
 */
const MOST_DAYS = 800;

const daysOf = ({ from, to }: ClosedDays): number => to.since(from).days + 1;

/** Notes days on which the organisation is closed of its own accord. */
export async function addClosedDays(
  within: Within,
  days: ClosedDays,
  now: Temporal.Instant,
): Promise<{ added: string } | Refusal<'there-already' | 'too-many'>> {
  await holdOrganisation(within);
  const there = await closedDays(within);
  if (there.some(one => one.from.equals(days.from) && one.to.equals(days.to))) return refuse('there-already');
  const sum = [...there, days].reduce((all, one) => all + daysOf(one), 0);
  if (sum > MOST_DAYS) return refuse('too-many');
  const { id } = await within.db
    .insertInto('closed_days')
    .values({ first_day: days.from, last_day: days.to, what: days.what })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tell(within, { before: null, after: inWords(days) }, now);
  return { added: id };
}

/** Takes such days out again. */
export async function removeClosedDays(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ removed: string } | Refusal<'not-there'>> {
  await holdOrganisation(within);
  const row = await within.db
    .deleteFrom('closed_days')
    .where('id', '=', id)
    .returning(['first_day as from', 'last_day as to', 'what'])
    .executeTakeFirst();
  if (!row) return refuse('not-there');
  await tell(within, { before: inWords(row), after: null }, now);
  return { removed: id };
}

const inWords = ({ from, to, what }: ClosedDays): string =>
  from.equals(to) ? `${dated(from)} (${what})` : `${dated(from)} to ${dated(to)} (${what})`;

const dated = (day: Temporal.PlainDate): string => day.toLocaleString('en-GB', { dateStyle: 'long' });

async function tell(within: Within, change: Omit<Change, 'field'>, now: Temporal.Instant): Promise<void> {
  const changes = [{ field: 'closed days', ...change }];
  await record(within, organisationSubject(within.organisation), 'changed', changes, now);
  await announce(within, now);
}

const announce = (within: Within, now: Temporal.Instant): Promise<void> =>
  enqueue(within, WORKING_DAYS_CHANGED, { at: now.toString() }, now);

/** Until the transaction ends, so that two who change it stand in line. */
async function holdOrganisation({ db, organisation }: Within): Promise<void> {
  await db.selectFrom('organisations').select('id').where('id', '=', organisation).forUpdate().execute();
}
