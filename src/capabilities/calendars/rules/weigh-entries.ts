import { nameKey } from '../../../language/same-name.ts';
import type { Change } from '../../../platform/history/history.ts';
import type { Problem, RowIn, Weighed, WeighedRow } from '../../../platform/table-in/declaration.ts';
import type { Poll } from '../../../timing/working/pre-election.ts';
import type { ElectionValues, EntryValues } from '../calendar.ts';
import { type Place, placeWords } from '../place.ts';
import { entryChanges, type ToldEntry } from './entry-changes.ts';

/** A row of a file of entries; undefined where the file has no such column. */
export type EntryRow = {
  title: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate | null | undefined;
  at: string | null | undefined;
  cancelled: boolean | undefined;
  uid: string | undefined;
  poll: Poll | '' | undefined;
  place: string | undefined;
  startsOn: Temporal.PlainDate | null | undefined;
};

/** An entry as it is stored already; `area` of an election by name. */
export type StoredEntry = ToldEntry & {
  id: string;
  uid: string;
  cancelled: boolean;
  /** It came from a calendar file, which knows it by its identity. */
  ofFile: boolean;
  election: (ToldEntry['election'] & { areaId: string | null }) | null;
};

/** An entry to add, or one that is there, with what is otherwise of it. `uid`: as the file has it. */
export type EntryDeed = {
  stored: { id: string; uid: string } | undefined;
  uid: string | undefined;
  values: EntryValues;
  cancelled: boolean;
  changes: Change[];
};

export type WeighFacts = { elections: boolean; stored: StoredEntry[]; places: Place[] };

/**
 * Sets rows beside the entries of a calendar. A row is an entry that is there by its identity; or by its title and first
 * day, where the file gives none, or the entry was typed before there was a file. Nothing is taken out because a file does
 * not have it.
 */
export function weighEntries(rows: RowIn<EntryRow>[], facts: WeighFacts): Weighed<EntryDeed> {
  const known = knownEntries(facts.stored, rows);
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const weighed = rows.map(row => {
    const { number, values } = row;
    const own = values.uid || `${nameKey(values.title)} ${values.from}`;
    const before = seen.get(own);
    if (before) problems.push({ row: number, column: 'title', text: TWICE(before) });
    seen.set(own, number);
    const place = facts.elections ? placeOf(row, facts.places, problems) : null;
    problems.push(...wrongWith(row, facts));
    return weigh(row, known(values), { place, elections: facts.elections });
  });
  return { rows: weighed, problems };
}

const TWICE = (row: number): string => `This is the same entry as in row ${row}. Keep one of the two rows.`;

/** Which entry a row is; each entry is one row at most, and first that which names it. */
function knownEntries(
  stored: StoredEntry[],
  rows: RowIn<EntryRow>[],
): (row: EntryRow) => StoredEntry | undefined {
  const named = new Set(rows.map(({ values }) => values.uid));
  const byUid = new Map(stored.map(entry => [entry.uid, entry]));
  const others = stored.filter(({ uid }) => !named.has(uid));
  const byName = new Map(others.map(entry => [`${nameKey(entry.title)} ${entry.from}`, entry]));
  return ({ uid, title, from }) => {
    const found = uid ? byUid.get(uid) : undefined;
    if (found) return found;
    const key = `${nameKey(title)} ${from}`;
    const alike = byName.get(key);
    if (uid && alike?.ofFile) return undefined;
    byName.delete(key);
    return alike;
  };
}

function wrongWith({ number, values }: RowIn<EntryRow>, { elections }: WeighFacts): Problem[] {
  const { from, by, startsOn, poll } = values;
  const problem = (column: string, text: string): Problem[] => [{ row: number, column, text }];
  const last = by ?? from;
  if (Temporal.PlainDate.compare(last, from) < 0)
    return problem('by', 'The last day is before the first. Check both.');
  if (from.until(last).days > LONGEST) return problem('by', 'This is more than a year after the first day.');
  if (elections && !poll) return problem('poll', 'Enter whose poll it is, like Local council.');
  if (elections && startsOn && Temporal.PlainDate.compare(last, startsOn) < 0)
    return problem('startsOn', 'This is after the poll. Enter an earlier day, or none.');
  return [];
}

const LONGEST = 366;

function placeOf({ number, values }: RowIn<EntryRow>, places: Place[], problems: Problem[]): Place | null {
  const { place } = values;
  if (!place) return null;
  const found = places.filter(one =>
    [one.name, placeWords(one)].some(name => nameKey(name) === nameKey(place)),
  );
  if (found.length === 1) return found[0]!;
  const text = found.length
    ? `${found.length} areas are called “${place}”. Write the kind behind the name, like “${placeWords(found[0]!)}”.`
    : `No area is called “${place}”. Check the name, or add the area first.`;
  problems.push({ row: number, column: 'place', text });
  return null;
}

type Placed = { place: Place | null; elections: boolean };

function weigh(
  { number: row, values }: RowIn<EntryRow>,
  before: StoredEntry | undefined,
  placed: Placed,
): WeighedRow<EntryDeed> {
  const cancelled = values.cancelled ?? before?.cancelled ?? false;
  const name = values.title;
  const entry = valuesOf(values, before, placed);
  const stored = before && { id: before.id, uid: before.uid };
  const deed = { stored, uid: values.uid || undefined, values: entry, cancelled };
  if (!before) return { row, name, is: 'new', changes: [], deed: { ...deed, changes: [] } };
  const changes = [
    ...entryChanges(before, toldAs(entry, values, before, placed)),
    ...cancelChanges(before.cancelled, cancelled),
  ];
  const shown = changes.map(change => ({ ...change, field: COLUMN_OF[change.field] ?? change.field }));
  // what is the same was seen too, which is how it is told from what a later file lacks
  return { row, name, is: changes.length ? 'changed' : 'same', changes: shown, deed: { ...deed, changes } };
}

/** What the file does not say stays as it is: a length in days where it has no last ones, an hour where it has none. */
function valuesOf(values: EntryRow, before: StoredEntry | undefined, placed: Placed): EntryValues {
  const { title, from, by } = values;
  const asLong = before ? from.add(before.from.until(before.by)) : from;
  return {
    title,
    from,
    by: by === undefined ? asLong : (by ?? from),
    at: values.at === undefined ? (before?.at ?? null) : values.at,
    election: placed.elections ? electionOf(values, before, placed.place) : null,
  };
}

function electionOf(values: EntryRow, before: StoredEntry | undefined, place: Place | null): ElectionValues {
  const stored = before?.election;
  return {
    // a row that does not say whose poll it is is told to be wrong, and none of the file is stored
    poll: values.poll || stored?.poll || 'local',
    area: values.place === undefined ? (stored?.areaId ?? null) : (place?.id ?? null),
    startsOn: values.startsOn === undefined ? (stored?.startsOn ?? null) : values.startsOn,
  };
}

/** History tells places by name. */
function toldAs(
  entry: EntryValues,
  { place: said }: EntryRow,
  before: StoredEntry,
  { place }: Placed,
): ToldEntry {
  const area = said === undefined ? (before.election?.area ?? null) : place && placeWords(place);
  return { ...entry, election: entry.election && { ...entry.election, area } };
}

/** The page names what would change as the columns of the file are headed. */
const COLUMN_OF: Record<string, keyof EntryRow> = {
  'first day': 'from',
  'last day': 'by',
  time: 'at',
  'own start': 'startsOn',
};

const cancelChanges = (before: boolean, after: boolean): Change[] =>
  before === after ? [] : [{ field: 'cancelled', before: inWords(before), after: inWords(after) }];
const inWords = (yes: boolean): string => (yes ? 'yes' : 'no');
