import type { Within } from '../../../../platform/database/database.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { workingCalendarOf } from '../../../organisations/index.ts';
import { entrySubject, KIND_WORDS } from '../../calendar.ts';
import { areaWords } from '../../queries/areas.ts';
import { calendarById } from '../../queries/calendars.ts';
import { entryById, type PlacedEntry } from '../../queries/entries.ts';
import { daysInWords } from '../../rules/entry-words.ts';
import { POLL_WORDS, preElectionOf } from '../../rules/pre-elections.ts';
import { calendarStep, entryAddress, idOf, PLACE, trailOf } from '../addresses.ts';
import { historyWords } from '../history.ts';

type Row = { key: string; text: string; notes?: string[] };

/** One entry: its days, what hangs on it, and what was ever done to it. */
export async function entryPage(visit: SignedInVisit): Promise<Answer> {
  const [calendar, id] = [idOf(visit, 'calendar'), idOf(visit, 'entry')];
  const found = calendar && id && (await visit.within(within => load(visit, within, { calendar, id })));
  if (!found) return notFound;
  const { entry, calendar: of, rows, promises, history } = found;
  const facts = {
    entry,
    cancelled: entry.cancelledAt !== null,
    kind: KIND_WORDS[of.kind] === of.name ? '' : KIND_WORDS[of.kind],
    of: of.name,
    rows,
    promises,
    entries: history.flatMap(historyWords),
    zone: visit.who.organisation.timeZone,
    here: entryAddress(entry),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('calendars/pages/entry/entry.njk', facts, {
    title: entry.title,
    trail: trailOf(calendarStep(of), { text: entry.title }),
    place: PLACE,
  });
}

async function load(
  visit: SignedInVisit,
  within: Within,
  { calendar, id }: { calendar: string; id: string },
) {
  const entry = await entryById(within, id);
  const of = entry?.calendar === calendar ? await calendarById(within, calendar) : undefined;
  if (!entry || !of) return undefined;
  const whole = await areaWords(within, of.area);
  return {
    entry,
    calendar: of,
    rows: [
      { key: entry.election ? 'Day of the poll' : 'When', text: daysInWords(entry) },
      ...(await electionRows(within, entry)),
      { key: 'Where', text: entry.place ?? whole ?? 'Everywhere' },
    ],
    promises: await visit.panel(within, 'promises of a calendar', { calendar, entry: id }),
    history: await historyOf(within, entrySubject(id), 50),
  };
}

async function electionRows(within: Within, entry: PlacedEntry): Promise<Row[]> {
  if (!entry.election) return [];
  const { poll, startsOn: starts } = entry.election;
  const asked = { entry: entry.id, calendar: entry.calendar, title: entry.title, area: null };
  const period = preElectionOf({ ...asked, poll, day: entry.by, starts }, await workingCalendarOf(within));
  return [
    { key: 'Whose poll', text: POLL_WORDS[poll] },
    { key: 'Pre-election period', text: daysInWords(period), notes: [period.why, period.source] },
  ];
}
