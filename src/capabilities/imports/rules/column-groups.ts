import type { ColumnMeaning, Corrections, ReadTable } from '../../../reading/reading.ts';

/** Tables of the same shape: the same headings, taken for the same. What one is told holds for all. */
export type ColumnGroup = { tables: number[]; columns: ReadTable['columns'] };

/** A plan often repeats one table under every section; a person should say only once what its columns hold. */
export function columnGroups(tables: ReadTable[]): ColumnGroup[] {
  const groups = new Map<string, ColumnGroup>();
  for (const [number, table] of tables.entries()) {
    const shape = JSON.stringify(
      table.columns.map(({ headings, meaning, name }) => [headings, meaning, name]),
    );
    const group = groups.get(shape);
    if (group) group.tables.push(number);
    else groups.set(shape, { tables: [number], columns: table.columns });
  }
  return [...groups.values()];
}

/** What a person chose for a column; `name` counts where it is kept under a heading. */
export type ChosenColumn = { meaning?: ColumnMeaning; name?: string };

/** The corrections that a choice asks for: those that differ from what the columns are taken for now. */
export function changedColumns(
  groups: ColumnGroup[],
  chosen: (group: number, column: number) => ChosenColumn,
): (Corrections['columns'][number] & { before: string })[] {
  return groups.flatMap((group, at) =>
    group.columns.flatMap((now, column) => {
      const { meaning, name = '' } = chosen(at, column);
      const kept = meaning === 'other' ? name : '';
      if (!meaning || (meaning === now.meaning && kept === (now.name ?? ''))) return [];
      const own = kept ? { name: kept } : {};
      const before = now.name ? `${now.meaning}: ${now.name}` : now.meaning;
      return group.tables.map(table => ({ table, column, meaning, ...own, before }));
    }),
  );
}
