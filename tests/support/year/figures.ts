import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Person } from '../site.ts';

/** How many dates became what. */
export type Tally = {
  met: number;
  late: number;
  missed: number;
  excused: number;
  nothing: number;
  'not-triggered': number;
  postponed: number;
};

export const tallied = (all: readonly { outcome: keyof Tally }[]): Tally => {
  const tally: Tally = {
    ...{ met: 0, late: 0, missed: 0, excused: 0, nothing: 0, 'not-triggered': 0, postponed: 0 },
  };
  for (const { outcome } of all) tally[outcome]++;
  return tally;
};

/** By the headings of the file of figures. */
const COLUMNS: Record<keyof Tally, string> = {
  met: 'Met on time',
  late: 'Met late',
  missed: 'Missed',
  excused: 'Excused',
  nothing: 'Nothing to say',
  'not-triggered': 'Did not apply',
  postponed: 'Postponed',
};

type Row = Record<string, string>;
const tallyOf = (row: Row): Tally => {
  const entries = Object.entries(COLUMNS).map(([name, column]) => [name, Number(row[column])]);
  return Object.fromEntries(entries) as Tally;
};

/** What the product counts, as somebody downloads it: in all, and row by row of one dimension. */
export async function figuresOf(person: Person, query: Record<string, string>) {
  const { status, bytes } = await person.get(`/adherence/file?${new URLSearchParams(query)}`);
  assert.equal(status, 200);
  const rows: Row[] = parse(bytes, { bom: true, columns: true });
  return {
    all: tallyOf(rows.find(({ Name }) => Name === 'All')!),
    afterMiss: Number(rows.find(({ Name }) => Name === 'All')!['Of the last four, missed before']),
    by: (dimension: string): Record<string, Tally> =>
      Object.fromEntries(rows.filter(({ By }) => By === dimension).map(row => [row.Name!, tallyOf(row)])),
  };
}

/** The same counted from the list of dates that every figure opens onto. */
export async function listed(person: Person, query: Record<string, string>): Promise<Record<string, number>> {
  const { status, bytes } = await person.get(`/occurrences/file?${new URLSearchParams(query)}`);
  assert.equal(status, 200);
  const counts: Record<string, number> = {};
  for (const { State } of parse(bytes, { bom: true, columns: true }) as Row[])
    counts[State!] = (counts[State!] ?? 0) + 1;
  return counts;
}

/** The numbers of the page of adherence, in their order: met, late, missed, not counted, due. */
export async function shown(person: Person, query: Record<string, string>): Promise<number[]> {
  const { dom } = await person.get(`/adherence?${new URLSearchParams(query)}`);
  const links = dom.querySelectorAll('#kept a[href^="/occurrences?"]').slice(0, 5);
  return links.map(link => Number(/[\d,]+/.exec(link.text)?.[0].replaceAll(',', '')));
}
