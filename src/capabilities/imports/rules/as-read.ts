import type { Reading, ReadLine, ReadTable } from '../../../reading/reading.ts';
import type { AsRead } from '../../plans/index.ts';
import { whyState, whyTiming } from './explanations.ts';

/** What a plan keeps of how the reader came to a line's state and timings, and of the row that several lines were made of. */
export function asReadOf(
  line: ReadLine,
  table: ReadTable | undefined,
  document: Reading['document'],
): AsRead {
  const timings = [...line.schedules.map(one => ({ ...one, field: 'when' as const })), ...line.suggestions];
  const { parts: of } = line;
  const { part } = line.at;
  return {
    state: { field: line.stateFrom?.field ?? null, why: whyState(line, table) },
    timings: timings.map(timing => {
      const { place, why } = whyTiming(timing, line, table, document);
      return { field: timing.field, phrase: timing.phrase, why: `it stands ${place}, and ${why}` };
    }),
    ...(part && of ? { row: { part, of, printed: printedRow(line, table) } } : {}),
  };
}

/** The row as printed, each cell under its heading; `shade` tells of one that holds a colour and no words. */
export const printedRow = (line: ReadLine, table: ReadTable | undefined) =>
  line.printed.map((text, column) => {
    const shade = line.shades?.[column];
    return {
      heading: table?.columns[column]?.headings.filter(Boolean).join(' / ') || `Column ${column + 1}`,
      text,
      ...(shade !== undefined ? { shade: `shaded ${shade}`.trim() } : {}),
    };
  });
