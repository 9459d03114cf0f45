import { nameKey } from '../../../language/same-name.ts';
import type { Change } from '../../../platform/history/history.ts';
import type { Problem, RowIn, Weighed, WeighedRow } from '../../../platform/table-in/declaration.ts';
import type { Poll } from '../../../timing/working/pre-election.ts';
import type { EntryValues } from '../calendar.ts';
import { entryChanges, type ToldEntry } from './entry-changes.ts';

/** A row of a file of entries; undefined where the file has no such column. */
export type EntryRow = {
  title: string;
  from: Temporal.PlainDate | null;
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
  election: (ToldEntry['election'] & { areaId: string | null }) | null;
};

/** An entry to add (`id` is undefined), or one that is there, with what is otherwise of it. */
export type EntryDeed = {
  id: string | undefined;
  uid: string | undefined;
  values: EntryValues;
  cancelled: boolean;
  changes: Change[];
};

type Place = { id: string; name: string; kind: string };
export type WeighFacts = { elections: boolean; stored: StoredEntry[]; places: Place[] };

/**
 * Sets rows beside the entries of a calendar. A row is an entry that is there by its identity, or by its title and first
 * day where the file gives none. Nothing is taken out because a file does not have it.
 */
export function weighEntries(rows: RowIn<EntryRow>[], facts: WeighFacts): Weighed<EntryDeed> {
  const known = knownEntries(facts.stored);
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

function knownEntries(stored: StoredEntry[]): (row: EntryRow) => StoredEntry | undefined {
  const byUid = new Map(stored.map(entry => [entry.uid, entry]));
  const byName = new Map(stored.map(entry => [`${nameKey(entry.title)} ${entry.from}`, entry]));
  return ({ uid, title, from }) => (uid ? byUid.get(uid) : byName.get(`${nameKey(title)} ${from}`));
}

function wrongWith({ number, values }: RowIn<EntryRow>, { elections }: WeighFacts): Problem[] {
  const { from, by, startsOn, poll } = values;
  const problem = (column: string, text: string): Problem[] => [{ row: number, column, text }];
  if (!from) return [];
  const last = by ?? from;
  if (Temporal.PlainDate.compare(last, from) < 0)
    return problem('by', 'The last day is before the first. Check both.');
  if (from.until(last).days > LONGEST) return problem('by', 'This is more than a year after the first day.');
  if (elections && !poll) return problem('poll', 'Enter whose poll it is, like Local council.');
  if (elections && startsOn && Temporal.PlainDate.compare(last, startsOn) < 0)
    return problem('startsOn', 'This is after the poll. Enter a day before it, or none.');
  return [];
}

const LONGEST = 366;

function placeOf({ number, values }: RowIn<EntryRow>, places: Place[], problems: Problem[]): Place | null {
  const { place } = values;
  if (!place) return null;
  const found = places.filter(one =>
    [one.name, `${one.name} (${one.kind})`].some(name => nameKey(name) === nameKey(place)),
  );
  if (found.length === 1) return found[0]!;
  const text = found.length
    ? `${found.length} areas are called “${place}”. Write the kind behind the name, like “${found[0]!.name} (${found[0]!.kind})”.`
    : `No area is called “${place}”. Check the name, or add the area first.`;
  problems.push({ row: number, column: 'place', text });
  return null;
}

type Placed = { place: Place | null; elections: boolean };

function weigh(
  { number, values }: RowIn<EntryRow>,
  before: StoredEntry | undefined,
  { place, elections }: Placed,
): WeighedRow<EntryDeed> {
  // a row without a readable first day is wrong, and what is made of it is never stored
  const from = values.from ?? before?.from ?? NO_DAY;
  const by = values.by ?? (values.by === undefined && before ? from.add(before.from.until(before.by)) : from);
  const at = values.at === undefined ? (before?.at ?? null) : values.at;
  const kept = <T>(said: T | undefined, stored: T): T => (said === undefined ? stored : said);
  const election = elections
    ? {
        poll: values.poll || before?.election?.poll || ('local' as const),
        area: values.place === undefined ? (before?.election?.areaId ?? null) : (place?.id ?? null),
        startsOn: kept(values.startsOn, before?.election?.startsOn ?? null),
      }
    : null;
  const entry: EntryValues = { title: values.title, from, by, at, election };
  const cancelled = kept(values.cancelled, before?.cancelled ?? false);
  const name = values.title;
  const deed = { id: before?.id, uid: values.uid || undefined, values: entry, cancelled };
  if (!before) return { row: number, name, is: 'new', changes: [], deed: { ...deed, changes: [] } };
  const area =
    values.place === undefined ? (before.election?.area ?? null) : place && `${place.name} (${place.kind})`;
  const told: ToldEntry = { ...entry, election: election && { ...election, area } };
  const changes = [...entryChanges(before, told), ...cancelChanges(before.cancelled, cancelled)];
  // what is the same was seen too, which is how it is told from what a later file lacks
  const shown = changes.map(change => ({ ...change, field: COLUMN_OF[change.field] ?? change.field }));
  return {
    row: number,
    name,
    is: changes.length ? 'changed' : 'same',
    changes: shown,
    deed: { ...deed, changes },
  };
}

/** The page names what would change as the columns of the file are headed. */
const COLUMN_OF: Record<string, keyof EntryRow> = {
  'first day': 'from',
  'last day': 'by',
  time: 'at',
  'own start': 'startsOn',
};

const NO_DAY = new Temporal.PlainDate(2000, 1, 1);

const cancelChanges = (before: boolean, after: boolean): Change[] =>
  before === after ? [] : [{ field: 'cancelled', before: inWords(before), after: inWords(after) }];
const inWords = (yes: boolean): string => (yes ? 'yes' : 'no');
