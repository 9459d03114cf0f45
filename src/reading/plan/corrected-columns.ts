import type { Column } from '../headings/columns.ts';
import type { Corrections } from '../reading.ts';
import { folded } from '../text/plain.ts';

type Said = Corrections['columns'][number];

/** What a person has said leaves no question. */
function settled({ doubt: _, ...column }: Column): Column {
  return column;
}

/** A table's columns with what a person said of them. A field that a person gives away is taken from the column that had it. */
export function correctedColumns(columns: Column[], table: number, corrections: Corrections): Column[] {
  const mine = new Map(corrections.columns.filter(one => one.table === table).map(one => [one.column, one]));
  if (mine.size === 0) return columns;
  const given = new Set([...mine.values()].map(({ meaning }) => meaning));
  const said = columns.map((column, index) => {
    const one = mine.get(index);
    if (one) return { ...settled(column), meaning: one.meaning, why: 'you said so' };
    const lost = column.meaning !== 'other' && given.has(column.meaning);
    return lost
      ? { ...column, meaning: 'other' as const, why: 'you gave its field to another column' }
      : column;
  });
  return named(said, mine);
}

/** Cells are kept under their heading, so a chosen one that another column has gets a dash more. */
function named(columns: Column[], said: Map<number, Said>): Column[] {
  const names = new Set(columns.flatMap(({ name }, index) => (said.get(index)?.name ? [] : [folded(name)])));
  return columns.map((column, index) => {
    const chosen = column.meaning === 'other' ? said.get(index)?.name?.trim() : undefined;
    if (!chosen) return column;
    let name = chosen;
    while (names.has(folded(name))) name = `${name} —`;
    names.add(folded(name));
    // its printed heading is no longer the key of its cells
    return { ...column, name, chosen: name, parts: [] };
  });
}
