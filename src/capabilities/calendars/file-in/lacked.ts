import type { Within } from '../../../platform/database/database.ts';
import { storedRows } from '../../../platform/table-in/given.ts';
import type { Calendar } from '../calendar.ts';
import { allEntries, type PlacedEntry } from '../queries/entries.ts';

/** Entries to come that an earlier file had and the one that was given in has not. */
export async function lackedByFile(
  within: Within,
  { calendar, given }: { calendar: Calendar; given: string },
  today: Temporal.PlainDate,
): Promise<PlacedEntry[]> {
  const table = await storedRows(within, given);
  const at = table?.columns.indexOf('uid') ?? -1;
  if (!table || at < 0) return [];
  const has = new Set(table.rows.map(({ values }) => values[at]));
  return (await allEntries(within, calendar.id)).filter(
    ({ uid, from, seenAt, cancelledAt }) =>
      seenAt && !cancelledAt && !has.has(uid) && Temporal.PlainDate.compare(today, from) <= 0,
  );
}
