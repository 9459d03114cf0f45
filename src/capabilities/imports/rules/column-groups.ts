import type { ColumnMeaning, Corrections, ReadTable } from '../../../reading/reading.ts';

/** Tables of the same shape: the same headings, taken for the same. What one is told holds for all. */
export type ColumnGroup = { tables: number[]; columns: ReadTable['columns'] };

/** A plan often repeats one table under every section; a person should say only once what its columns hold. */
export function columnGroups(tables: ReadTable[]): ColumnGroup[] {
  const groups = new Map<string, ColumnGroup>();
  for (const [number, table] of tables.entries()) {
    const shape = JSON.stringify(table.columns.map(({ headings, meaning }) => [headings, meaning]));
    const group = groups.get(shape);
    if (group) group.tables.push(number);
    else groups.set(shape, { tables: [number], columns: table.columns });
  }
  return [...groups.values()];
}

/** The corrections that a choice of meanings asks for: those that differ from what the columns are taken for now. */
export function changedColumns(
  groups: ColumnGroup[],
  chosen: (group: number, column: number) => ColumnMeaning | undefined,
): (Corrections['columns'][number] & { before: ColumnMeaning })[] {
  return groups.flatMap((group, at) =>
    group.columns.flatMap((now, column) => {
      const meaning = chosen(at, column);
      if (!meaning || meaning === now.meaning) return [];
      return group.tables.map(table => ({ table, column, meaning, before: now.meaning }));
    }),
  );
}
