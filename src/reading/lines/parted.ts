import { type Part, partsOffered } from '../pairs/parting.ts';
import { isSameRow } from '../places.ts';
import { FIELDS, type ReadLine } from '../reading.ts';
import { derive } from './derive.ts';
import { aboutColumns, correct, correctionsAt, lineOf } from './line.ts';
import type { LineFacts } from './line-facts.ts';

/** The lines of a row: one, or several where a person took the pairs that are offered for it. */
export function linesOfRow(index: number, facts: LineFacts): ReadLine[] {
  const whole = lineOf(index, facts);
  const parts = facts.parted.some(at => isSameRow(at, whole.at)) ? partsOffered(whole) : undefined;
  if (!parts) return [whole];
  const lines = parts.map((part, at) => partLine(whole, part, { number: at + 1, of: parts.length }, facts));
  if (index === 0) lines[0]?.doubts.unshift(...aboutColumns(facts.columns));
  return lines;
}

/** One of the lines of a row: its part of the cells that are parted, all of the others, and the row as printed. */
function partLine(
  whole: ReadLine,
  part: Part,
  { number, of }: { number: number; of: number },
  facts: LineFacts,
): ReadLine {
  const line: ReadLine = {
    ...cellsOf(whole, part),
    at: { ...whole.at, part: number },
    parts: of,
    section: whole.section,
    other: { ...whole.other },
    state: 'unknown',
    schedules: [],
    suggestions: [],
    doubts: [],
    printed: whole.printed,
    ...(whole.shades ? { shades: whole.shades } : {}),
    ...(whole.identity ? { identity: whole.identity } : {}),
  };
  const stateGiven = whole.state !== 'unknown' && !whole.stateFrom;
  if (stateGiven) line.state = whole.state;
  const mine = correctionsAt(line.at, facts.corrected);
  for (const one of mine) correct(line, one.field, one.text);
  const says = (field: string) => mine.some(one => one.field === field);
  derive(line, facts, {
    state: stateGiven || says('state'),
    ...(part.schedule && !says('when') ? { schedules: [part.schedule] } : {}),
  });
  return line;
}

/** A part stands in the line itself, also of a cell that the row leaves to one above. */
function cellsOf(whole: ReadLine, { cells }: Part): Partial<ReadLine> {
  const own = FIELDS.flatMap(field => (whole[field] ? [[field, whole[field]]] : []));
  const taken = Object.entries(whole.taken ?? {}).filter(([field]) => !(field in cells));
  return {
    ...Object.fromEntries(own),
    ...cells,
    ...(taken.length ? { taken: Object.fromEntries(taken) } : {}),
  };
}
