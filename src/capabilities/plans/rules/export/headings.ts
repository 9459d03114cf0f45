import { decideColumns } from '../../../../reading/headings/columns.ts';
import { readHeading } from '../../../../reading/headings/heading.ts';
import { FIELDS } from '../../../../reading/reading.ts';
import { looksOf } from '../../../../reading/text/looks.ts';
import { folded } from '../../../../reading/text/plain.ts';
import type { Column } from '../../plan.ts';
import { headingOf } from '../columns.ts';
import { FIELD_WORDS } from '../words.ts';

/** What is asked of a heading in turn: as printed, its own part, then with the word for what it was taken for. */
type Wording = (column: Column) => string;

const SECTION = 'Section';
const wordOf = ({ meaning }: Column): string =>
  meaning === 'section' ? SECTION : meaning === 'other' ? '' : FIELD_WORDS[meaning];

const WORDINGS: Wording[] = [
  headingOf,
  column => column.headings.at(-1) ?? '',
  column => `${wordOf(column)} (${headingOf(column)})`,
  wordOf,
];

/**
 * Which cell of a plan's lines stands under which heading, as folded: as its columns are printed, and as an export may
 * have named them instead. Headings that two columns have for different things are left out.
 */
export function knownHeadings(sections: { columns: Column[] }[]): Map<string, string> {
  const known = new Map<string, string>();
  const added = FIELDS.map(field => ({ headings: [], meaning: field }));
  for (const column of [...sections.flatMap(({ columns }) => columns), ...added]) {
    if (column.meaning === 'section') continue;
    const cell = column.meaning === 'other' ? `other:${column.name ?? ''}` : column.meaning;
    for (const wording of WORDINGS) {
      const heading = folded(wording(column));
      if (heading) known.set(heading, (known.get(heading) ?? cell) === cell ? cell : '');
    }
  }
  return known;
}

/**
 * The headings for a table so that it is read again as it was understood: as printed wherever that is enough. A person
 * may have said of a column "Notes" that it holds the times, which nobody can see who has only the heading.
 * `cells` are the texts of each column.
 */
export function headingsFor(columns: Column[], cells: string[][]): string[] {
  const looks = cells.map(looksOf);
  const chosen = columns.map(() => 0);
  const written = () => columns.map((column, index) => WORDINGS[chosen[index]!]!(column));
  for (let round = 1; round < WORDINGS.length; round++) {
    const read = decideColumns(
      written().map(text => readHeading([{ text, columns: 1, first: true }])),
      looks,
    );
    const wrong = columns.flatMap((column, index) =>
      column.meaning !== 'other' && read[index]?.meaning !== column.meaning ? [index] : [],
    );
    if (!wrong.length) break;
    for (const index of wrong) chosen[index] = round;
  }
  return written();
}
