import type { ReadColumn, ReadTable } from '../../../reading/reading.ts';

/** A table's columns as a plan keeps them: under the heading that a person chose, where they chose one. */
export const keptColumns = (table: ReadTable | undefined): ReadColumn[] =>
  (table?.columns ?? []).map(column => (column.name ? { ...column, headings: [column.name] } : column));
