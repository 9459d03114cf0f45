import type { Column } from '../headings/columns.ts';
import type { PlanRow } from '../lines/plan-row.ts';

/** The year that a plan's own times name most, for those of its times that name none; undefined where none does. */
export function usualYear(columns: Column[], rows: PlanRow[]): number | undefined {
  const when = columns.findIndex(column => column.meaning === 'when');
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const year of yearsIn(row.cells[when] ?? '')) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** "2025", and the "25" of "28 Mar 25" and "31/05/25". */
const yearsIn = (text: string): number[] => [
  ...(text.match(/\b20\d\d\b/g) ?? []).map(Number),
  ...[...text.matchAll(SHORT)].map(([, year]) => 2000 + Number(year)),
];
const SHORT =
  /\b\d{1,2}(?:st|nd|rd|th)?(?:[/.]\d{1,2}[/.]|[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]['’]?)(\d\d)\b(?![:.]\d)/gi;
