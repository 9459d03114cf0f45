import type { Field } from '../../../reading/reading.ts';
import { FIELDS } from '../../../reading/reading.ts';
import type { CellName, Column, NewSection } from '../plan.ts';
import { FIELD_WORDS } from './words.ts';

/** A column of a table on the page: what stands over it, and which cell of a line stands in it. */
export type ShownColumn = { heading: string; cell: CellName };

/** More stand in no page's width; the rest is on the line's own page. */
const MOST_MIXED = 6;

/** The columns of a section as they are stored: where a column has no field, with the name its cells are kept under. */
export function columnsToStore({ columns, lines }: NewSection): Column[] {
  const unclaimed = new Set(lines.flatMap(line => Object.keys(line.other)));
  return columns.map(({ headings, meaning }) => {
    if (meaning !== 'other') return { headings, meaning };
    const name = likelyNames(headings).find(one => unclaimed.delete(one)) ?? likelyNames(headings)[0]!;
    return { headings, meaning, name };
  });
}

/** A heading over a group of columns is no part of a column's own name; which one that was, the reading does not say. */
function likelyNames(headings: string[]): string[] {
  const without = headings.map((_, left) => headings.filter((_, index) => index !== left));
  const names = [headings, ...without].map(parts => parts.join(' ').replace(/\s+/g, ' ').trim() || '—');
  return [...names, ...names.flatMap(name => [`${name} —`, `${name} — —`])];
}

/** By the columns themselves, which stay the same ones for as long as a plan's facts are known; a list asks for each line. */
const known = new WeakMap<Column[], ShownColumn[]>();

/** A section's columns in its own order. The one that names sections stands as rows between the lines instead. */
export function sectionColumns(columns: Column[]): ShownColumn[] {
  const shown = known.get(columns) ?? columnsShown(columns);
  known.set(columns, shown);
  return shown;
}

function columnsShown(columns: Column[]): ShownColumn[] {
  const shown = columns.flatMap(column => {
    if (column.meaning === 'section') return [];
    const cell: CellName = column.meaning === 'other' ? `other:${column.name ?? ''}` : column.meaning;
    return [{ heading: headingOf(column), cell }];
  });
  return shown.filter((column, index) => shown.findIndex(one => one.cell === column.cell) === index);
}

export function headingOf({ headings, meaning, name }: Column): string {
  const printed = [...new Set(headings.map(heading => heading.replace(/\s+/g, ' ').trim()).filter(Boolean))];
  if (printed.length) return printed.join(' – ');
  return meaning === 'other' ? (name ?? '—') : meaning === 'section' ? 'Section' : FIELD_WORDS[meaning];
}

/** What a promise is made of, and what lists are sorted by; these go before all that more sections have. */
const NEEDED: readonly Field[] = ['reference', 'recommendation', 'what', 'when', 'owner'];

/**
 * Columns for lines of several sections in one table. Sections of one shape keep it; else the fields that are needed most
 * and then those that most sections have, in the order in which lines are always told, under the heading that most of them print.
 */
export function mixedColumns(sections: Column[][]): ShownColumn[] {
  const all = sections.map(sectionColumns);
  const [first = []] = all;
  if (all.every(columns => sameColumns(columns, first))) return first;
  const held = FIELDS.flatMap(field => {
    const headings = all.flatMap(columns => columns.find(column => column.cell === field)?.heading ?? []);
    return headings.length ? [{ field, headings }] : [];
  });
  const common = held
    .toSorted((one, other) => needOf(other) - needOf(one) || other.headings.length - one.headings.length)
    .slice(0, MOST_MIXED);
  return held
    .filter(one => common.includes(one))
    .map(({ field, headings }) => ({ heading: mostCommon(headings), cell: field }));
}

const needOf = ({ field }: { field: Field }): number => Number(NEEDED.includes(field));

export const sameColumns = (one: ShownColumn[], other: ShownColumn[]): boolean =>
  one.length === other.length &&
  one.every(({ heading, cell }, index) => other[index]?.heading === heading && other[index].cell === cell);

function mostCommon(words: string[]): string {
  const counts = Map.groupBy(words, word => word);
  return [...counts].reduce((best, one) => (one[1].length > best[1].length ? one : best))[0];
}

/** Every field of a line: first those of its section's table under their printed headings, then the rest. */
export function allCells(columns: Column[], other: Record<string, string>): ShownColumn[] {
  const printed = sectionColumns(columns);
  const has = (cell: CellName) => printed.some(column => column.cell === cell);
  const loose = Object.keys(other).map(name => ({ heading: name, cell: `other:${name}` as const }));
  const fields = FIELDS.map((field: Field) => ({ heading: FIELD_WORDS[field], cell: field }));
  return [...printed, ...[...loose, ...fields].filter(({ cell }) => !has(cell))];
}
