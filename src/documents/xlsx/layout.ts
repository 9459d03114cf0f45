import { element, elements, type XmlElement } from '../xml.ts';

const yes = (value: string | undefined) => value === '1' || value === 'true';
/** Stretches of columns; Excel writes a few, and one for each column at the most. */
const MOST_STRETCHES = 2000;

/** How a sheet's columns and rows are shown. */
export type Layout = {
  hiddenColumn: (column: number) => boolean;
  hiddenRow: (row: XmlElement) => boolean;
  /** In characters, where somebody has set it. */
  width: (column: number) => number | undefined;
};

/**
 * Rows that a filter or a folded outline keeps from view are as much part of the plan as the others: they come and go
 * at a click. What is hidden by hand is meant not to be seen.
 */
export function layoutOf(sheet: XmlElement): Layout {
  const stretches = [...elements(element(sheet, 'cols'), 'col')].slice(0, MOST_STRETCHES).map(col => ({
    from: Number(col.attributes.min),
    to: Number(col.attributes.max),
    hidden: (yes(col.attributes.hidden) && !isFolded(col)) || col.attributes.width === '0',
    width: yes(col.attributes.customWidth) ? Number(col.attributes.width) : undefined,
  }));
  const known = new Map<number, (typeof stretches)[number] | undefined>();
  const of = (column: number) => {
    if (!known.has(column)) {
      known.set(
        column,
        stretches.find(({ from, to }) => from <= column && column <= to),
      );
    }
    return known.get(column);
  };
  const filtered = isFiltered(sheet);
  return {
    hiddenColumn: column => of(column)?.hidden ?? false,
    hiddenRow: row => yes(row.attributes.hidden) && !filtered && !isFolded(row),
    width: column => of(column)?.width,
  };
}

const isFolded = (node: XmlElement) => Number(node.attributes.outlineLevel ?? 0) > 0;

const isFiltered = (sheet: XmlElement) =>
  [...elements(element(sheet, 'autoFilter'), 'filterColumn')].length > 0 ||
  yes(element(sheet, 'sheetPr')?.attributes.filterMode);
