import { type Part, partsOffered } from '../pairs/parting.ts';
import { isSameRow } from '../places.ts';
import { FIELDS, type ReadLine, type SplitLine } from '../reading.ts';
import { derive } from './derive.ts';
import { aboutColumns, lineOf } from './line.ts';
import type { LineFacts } from './line-facts.ts';
import { correct, correctionsAt } from './row-words.ts';

/** What a line says in place of the cells of its row: by the pairs that were offered, or in a person's words. */
type OwnPart = Part & { said?: SplitLine };

/** The lines of a row: one, or several where a person split it or took the pairs that are offered for it. */
export function linesOfRow(index: number, facts: LineFacts): ReadLine[] {
  const whole = lineOf(index, facts);
  const parts = partsOf(whole, facts);
  if (!parts) return [whole];
  const lines = parts.map((part, at) => partLine(whole, part, { number: at + 1, of: parts.length }, facts));
  if (index === 0) lines[0]?.doubts.unshift(...aboutColumns(facts.columns));
  return lines;
}

function partsOf(whole: ReadLine, { split, parted }: LineFacts): OwnPart[] | undefined {
  const own = split.find(at => isSameRow(at, whole.at) && at.joined === whole.joined?.length);
  if (own) return own.lines.map(said => ({ cells: {}, said }));
  return parted.some(at => isSameRow(at, whole.at)) ? partsOffered(whole) : undefined;
}

/** One of the lines of a row: its part of the cells that are parted, all of the others, and the row as printed. */
function partLine(
  whole: ReadLine,
  part: OwnPart,
  { number, of }: { number: number; of: number },
  facts: LineFacts,
): ReadLine {
  const line: ReadLine = {
    ...cellsOf(whole, part),
    at: { ...whole.at, part: number },
    parts: of,
    ...(whole.joined ? { joined: whole.joined } : {}),
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
  for (const [field, text] of Object.entries(part.said ?? {}))
    correct(line, field as keyof SplitLine, text ?? '');
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
function cellsOf(whole: ReadLine, { cells, said = {} }: OwnPart): Partial<ReadLine> {
  const own = FIELDS.flatMap(field => (whole[field] ? [[field, whole[field]]] : []));
  const taken = Object.entries(whole.taken ?? {}).filter(([field]) => !(field in cells) && !(field in said));
  return {
    ...Object.fromEntries(own),
    ...cells,
    ...(taken.length ? { taken: Object.fromEntries(taken) } : {}),
  };
}
