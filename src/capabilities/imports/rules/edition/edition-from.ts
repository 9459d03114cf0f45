import type { ReadColumn } from '../../../../reading/reading.ts';
import type { Edition } from '../../../plans/index.ts';
import type { ToMerge } from '../../queries/edition/merge-input.ts';
import type { Outline } from '../../stored-reading.ts';
import { asReadOf } from '../as-read.ts';
import { keptColumns } from '../kept-columns.ts';
import type { MergeWrites } from '../merge/merging.ts';
import { lineFromReading, type OwnersOf } from '../plan-from-reading.ts';

type From = {
  facts: Pick<ToMerge, 'lines'>;
  outline: Outline;
  file: Edition['file'];
  ownersOf: OwnersOf;
};

/** What is to be written into the plan of what was decided about a merge. */
export function editionFrom(writes: MergeWrites, { facts, outline, file, ownersOf }: From): Edition {
  const { document, tables } = outline;
  const tableOf = (row: number) => tables[facts.lines[row]!.at.table];
  return {
    file,
    dated: document.dated,
    period: document.period,
    updates: writes.updates.map(({ row, ...update }) => ({
      ...update,
      asRead: asReadOf(facts.lines[row]!, tableOf(row), document),
      settledOwners: ownersOf(facts.lines[row]!),
    })),
    closures: writes.closures.filter(({ now }) => now === 'closed'),
    removals: writes.closures.filter(({ now }) => now === 'removed'),
    back: writes.back,
    inserts: writes.inserts.map(({ row }) => {
      const line = facts.lines[row]!;
      return {
        row,
        section: line.section,
        line: lineFromReading(line, { table: tableOf(row), document, ownersOf }),
      };
    }),
    ...(writes.order && { order: writes.order }),
    columns: columnsByTitle(facts.lines, tables),
  };
}

/** Those of the first table under a title; what goes on in another shape keeps its cells on each line's page. */
function columnsByTitle(lines: ToMerge['lines'], tables: Outline['tables']): Map<string, ReadColumn[]> {
  const columns = new Map<string, ReadColumn[]>();
  for (const { section, at } of lines)
    if (!columns.has(section)) columns.set(section, keptColumns(tables[at.table]));
  return columns;
}
