import type { Within } from '../../../platform/database/database.ts';
import type { TableIn } from '../../../platform/table-in/declaration.ts';
import { type Prepared, prepare } from '../../../platform/table-in/prepared.ts';
import { storeEntries } from '../actions/store-entries.ts';
import type { Calendar } from '../calendar.ts';
import type { CalendarParts } from '../follows.ts';
import { places } from '../queries/areas.ts';
import { allEntries, type PlacedEntry } from '../queries/entries.ts';
import { type EntryDeed, type EntryRow, type StoredEntry, weighEntries } from '../rules/weigh-entries.ts';
import { ELECTION_COLUMNS, PLAIN_COLUMNS, type PlainRow } from './columns.ts';

/** A file of entries for one calendar: looked at before anything is stored, and only by whoever gave it in. */
export function fileInto(calendar: Calendar, parts: CalendarParts): Prepared {
  const said = declared(calendar, parts);
  const weigh = (within: Within, rows: { number: number; values: EntryRow }[]) =>
    weighed(within, calendar, rows);
  if (calendar.kind === 'elections')
    return prepare<EntryRow, EntryDeed>({ ...said, columns: ELECTION_COLUMNS, weigh });
  return prepare<PlainRow, EntryDeed>({
    ...said,
    columns: PLAIN_COLUMNS,
    weigh: (within, rows) =>
      weigh(
        within,
        rows.map(({ number, values }) => ({ number, values: { ...values, ...NO_ELECTION } })),
      ),
  });
}

const NO_ELECTION = { poll: undefined, place: undefined, startsOn: undefined };

const declared = ({ id, name }: Calendar, parts: CalendarParts) =>
  ({
    kind: `entries of ${id}`,
    at: `/calendars/${id}/import`,
    needs: 'editor',
    one: 'entry',
    many: 'entries',
    title: `Put a file into ${name}`,
    list: { text: name, href: `/calendars/${id}` },
    under: { text: 'Calendars', href: '/calendars' },
    about: [
      'An entry that is known by its identity, or by its title and first day, is changed where the file says otherwise.',
      'Nothing is taken out because a file does not have it: what an earlier calendar file had and this one has not is shown to you, and you say what became of it.',
    ],
    store: (within, deeds, now) => {
      const seen = deeds.length > 0 && deeds.every(({ uid }) => uid !== undefined);
      return storeEntries(within, { calendar: id, deeds, seen, action: 'file' }, parts, now);
    },
  }) satisfies Partial<TableIn<never, EntryDeed>>;

async function weighed(within: Within, { id, kind }: Calendar, rows: { number: number; values: EntryRow }[]) {
  const elections = kind === 'elections';
  const stored = (await allEntries(within, id)).map(asStored);
  return weighEntries(rows, { elections, stored, places: elections ? await places(within) : [] });
}

const asStored = ({ place, election, cancelledAt, ...entry }: PlacedEntry): StoredEntry => ({
  ...entry,
  cancelled: cancelledAt !== null,
  ofFile: entry.seenAt !== null,
  election: election && { ...election, areaId: election.area, area: place },
});
