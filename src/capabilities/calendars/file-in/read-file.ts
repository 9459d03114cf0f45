import { isIcs } from '../../../documents/ics/is-ics.ts';
import { Unreadable } from '../../../documents/unreadable.ts';
import { day } from '../../../language/words.ts';
import type { NamedColumn, Table } from '../../../platform/table-in/match-columns.ts';
import { readTable } from '../../../platform/table-in/read-given.ts';

/** What a file may hold of a calendar's past and future; what repeats is written out up to there. */
export const BACK = { years: 1 };
export const AHEAD = { years: 3 };

/** Bytes that are read while somebody waits: a workbook of some thousand rows, a calendar of some years. */
const MOST_BYTES = 2_000_000;
const MOST_ROWS = 1_500;

type Asked = { columns: NamedColumn[]; zone: string; today: Temporal.PlainDate };

/** The rows of a file, whether it is an iCalendar file or a table; or why they cannot be read, with what to do. */
export async function readFile(content: Buffer, asked: Asked): Promise<Table | { problem: string }> {
  if (content.byteLength > MOST_BYTES)
    return {
      problem: 'The file is larger than 2 MB. Export a shorter time, or save its rows as a CSV file.',
    };
  const table = isIcs(content) ? await readCalendar(content, asked) : await readTable(content, asked.columns);
  if ('problem' in table || table.rows.length <= MOST_ROWS) return table;
  return { problem: 'The file has more than 1,500 rows. Split it, and put in one part after the other.' };
}

/** What reads calendars is loaded by the first of them: most days see none. */
async function readCalendar(content: Buffer, { zone, today }: Asked): Promise<Table | { problem: string }> {
  const { readIcs } = await import('../../../documents/ics/read.ts');
  const [from, by] = [today.subtract(BACK), today.add(AHEAD)];
  try {
    const { entries, told } = readIcs(content, { zone, from, by });
    const passed = told.length ? ` Passed over: ${told.join('; ')}.` : '';
    if (!entries.length)
      return { problem: `The calendar has nothing from a year ago to three years ahead.${passed}` };
    const rows = entries.map((entry, at) => ({
      number: at + 1,
      values: [
        entry.title,
        day(entry.from),
        day(entry.by),
        entry.at ?? '',
        entry.cancelled ? 'yes' : 'no',
        entry.uid,
      ],
    }));
    return { columns: ['title', 'from', 'by', 'at', 'cancelled', 'uid'], rows, passedOver: told };
  } catch (fault) {
    if (fault instanceof Unreadable) return { problem: fault.message };
    throw fault;
  }
}
