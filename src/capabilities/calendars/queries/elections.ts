import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Span } from '../../../timing/calendar.ts';
import type { Poll } from '../../../timing/working/pre-election.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { type KnownElection, type PreElection, preElectionsIn } from '../rules/pre-elections.ts';

/** Pre-election periods that touch the days of a span, by when they begin, each with why it begins then. */
export async function preElectionPeriods(within: Within, span: Span): Promise<PreElection[]> {
  const elections = await electionsAround(within, span);
  return elections.length ? preElectionsIn(span, elections, await workingCalendarOf(within)) : [];
}

/** In days: longer before a poll than the law or a cautious organisation begins. */
const LONGEST = 366;

const ask = writtenOnce((db, from: Temporal.PlainDate, until: Temporal.PlainDate) =>
  db
    .selectFrom('calendar_entries as e')
    .innerJoin('calendars as c', 'c.id', 'e.calendar_id')
    .leftJoin('areas as own', 'own.id', 'e.area_id')
    .leftJoin('areas as whole', 'whole.id', 'c.area_id')
    .select(['e.id as entry', 'e.calendar_id as calendar', 'e.title', 'e.poll', 'e.by_day as day'])
    .select(['e.starts_on as starts', 'own.id as ownId', 'own.name as ownName', 'own.kind as ownKind'])
    .select(['whole.id as wholeId', 'whole.name as wholeName', 'whole.kind as wholeKind'])
    .where('c.kind', '=', 'elections')
    .where('e.poll', 'is not', null)
    .where('e.cancelled_at', 'is', null)
    .where('e.by_day', '>=', from)
    .where('e.by_day', '<=', until),
);

async function electionsAround(within: Within, { from, by }: Span): Promise<KnownElection[]> {
  const rows = await ask(within, from, by.add({ days: LONGEST }));
  return rows.map(row => ({
    entry: row.entry,
    calendar: row.calendar,
    title: row.title,
    poll: row.poll as Poll,
    day: row.day,
    starts: row.starts,
    area:
      areaOf(row.ownId, row.ownName, row.ownKind) ??
      areaOf(row.wholeId, row.wholeName, row.wholeKind) ??
      null,
  }));
}

const areaOf = (id: string | null, name: string | null, kind: string | null) =>
  id === null ? undefined : { id, name: name!, kind: kind! };
