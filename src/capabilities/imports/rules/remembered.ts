import type { Corrections, ReadLine, ReadTable } from '../../../reading/reading.ts';
import type { SettledDoubt } from '../stored-reading.ts';
import { knownBy } from './row-words.ts';

type Columns = Corrections['columns'];
type Dropped = NonNullable<Corrections['dropped']>;

/** The edition before: what people decided, and the lines that they answered doubts of. */
export type EditionBefore = {
  tables: ReadTable[];
  corrections: Corrections;
  settled: SettledDoubt[];
  lines: ReadLine[];
};
/** The edition at hand as it was read. */
export type EditionNow = { tables: ReadTable[]; corrections: Corrections; lines: ReadLine[] };

/** What is decided for an edition because it was for the one before. A question that reads otherwise now is asked again. */
export type Remembered = { columns: Columns; dropped: Dropped; settled: SettledDoubt[] };

export const remembered = (before: EditionBefore, now: EditionNow): Remembered => ({
  columns: columnsOf(before, now),
  dropped: droppedOf(before, now),
  settled: settledOf(before, now),
});

const headingOf = ({ headings }: ReadTable['columns'][number]): string =>
  headings.join(' ').replace(/\s+/g, ' ').trim().toLowerCase();
const shapeOf = ({ columns }: ReadTable): string => JSON.stringify(columns.map(headingOf));

/** By the same heading in a table of the same shape; else wherever it stood, if it was told one thing only. */
function columnsOf(before: EditionBefore, now: EditionNow): Columns {
  const decided = before.corrections.columns.flatMap(one => {
    const table = before.tables[one.table];
    const column = table?.columns[one.column];
    return table && column ? [{ ...one, shape: shapeOf(table), heading: headingOf(column) }] : [];
  });
  return now.tables.flatMap((table, number) => {
    const shape = shapeOf(table);
    return table.columns.flatMap((column, at): Columns => {
      if (now.corrections.columns.some(one => one.table === number && one.column === at)) return [];
      const heading = headingOf(column);
      const same = decided.find(one => one.shape === shape && one.column === at);
      const alike = heading ? decided.filter(one => one.heading === heading) : [];
      const said = same ?? (isOneThing(alike) ? alike[0] : undefined);
      if (!said || (said.meaning === column.meaning && said.name === column.name)) return [];
      const { meaning, name } = said;
      return [{ table: number, column: at, meaning, ...(name ? { name } : {}), from: 'edition' }];
    });
  });
}

const isOneThing = (columns: Columns): boolean =>
  new Set(columns.map(({ meaning, name }) => JSON.stringify([meaning, name]))).size === 1;

/** Rows left out last time, by their words as printed. */
function droppedOf(before: EditionBefore, { corrections, lines }: EditionNow): Dropped {
  const reasons = new Map(
    (before.corrections.dropped ?? []).flatMap(({ words, reason }) =>
      words ? [[words.toLowerCase(), reason] as const] : [],
    ),
  );
  if (!reasons.size) return [];
  const known = new Set((corrections.dropped ?? []).map(({ table, row }) => `${table}/${row}`));
  return lines.flatMap(({ at: { table, row, part }, printed }): Dropped => {
    const reason = reasons.get(knownBy(printed));
    if (reason === undefined || part !== undefined || known.has(`${table}/${row}`)) return [];
    return [{ table, row, reason, words: knownBy(printed), from: 'edition' }];
  });
}

/** Doubts agreed with last time: the same question about a row of the same words. */
function settledOf({ settled, lines }: EditionBefore, now: EditionNow): SettledDoubt[] {
  const words = new Map(lines.map(({ at, printed }) => [placeOf(at), knownBy(printed)]));
  const rows = new Map(now.lines.toReversed().map(({ at, printed }) => [knownBy(printed), at]));
  const answers = settled.flatMap(({ table, row, part, field, reason, words: known }): SettledDoubt[] => {
    const printed = known ?? words.get(placeOf({ table, row, part }));
    const at = printed ? rows.get(printed) : undefined;
    return at ? [{ ...at, field, reason, words: printed, from: 'edition' }] : [];
  });
  return [...new Map(answers.map(one => [JSON.stringify([one.words, one.field, one.reason]), one])).values()];
}

const placeOf = ({ table, row, part }: ReadLine['at']): string => `${table}/${row}/${part ?? ''}`;
