import type { Column } from '../headings/columns.ts';
import type { Corrections } from '../reading.ts';

/** What a person has said leaves no question. */
function settled({ doubt: _, ...column }: Column): Column {
  return column;
}

/** A table's columns with what a person said of them. A field that a person gives away is taken from the column that had it. */
export function correctedColumns(columns: Column[], table: number, corrections: Corrections): Column[] {
  const mine = new Map(
    corrections.columns.filter(one => one.table === table).map(one => [one.column, one.meaning]),
  );
  if (mine.size === 0) return columns;
  const given = new Set(mine.values());
  return columns.map((column, index) => {
    const meaning = mine.get(index);
    if (meaning) return { ...settled(column), meaning, why: 'you said so' };
    const lost = column.meaning !== 'other' && given.has(column.meaning);
    return lost ? { ...column, meaning: 'other', why: 'you gave its field to another column' } : column;
  });
}
