import { partsOffered } from '../../../reading/pairs/parting.ts';
import type { Field, ReadLine, ReadTable } from '../../../reading/reading.ts';
import { fieldWords } from '../reading-words.ts';
import { explainedPairs } from './explanations.ts';

/** What each of several timings may belong to, and the lines that would make; no lines where not all of a cell is paired. */
export const pairFacts = (line: ReadLine, table: ReadTable | undefined) => ({
  pairs: explainedPairs(line, table),
  offered: linesOffered(line, table),
});

type Offered = { columns: { name: string; why?: string }[]; rows: string[][] };

/** The parted cells of each line, under the headings that they are printed under. */
function linesOffered(line: ReadLine, table: ReadTable | undefined): Offered | undefined {
  const parts = partsOffered(line);
  if (!parts) return undefined;
  const fields = Object.keys(parts[0]?.cells ?? {}) as Field[];
  return {
    columns: fields.map(field => ({
      name: headingOf(field, table),
      why: line.pairs?.find(pair => pair.field === field)?.why,
    })),
    rows: parts.map(({ cells }) => fields.map(field => cells[field] ?? '')),
  };
}

const headingOf = (field: Field, table: ReadTable | undefined): string =>
  table?.columns
    .find(column => column.meaning === field)
    ?.headings.filter(Boolean)
    .join(' – ') || fieldWords(field);
