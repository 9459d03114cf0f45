import type { Paragraph } from '../document.ts';
import { withFills } from '../sheet/fills.ts';
import { IdentityColumn } from '../sheet/identity-column.ts';
import { linesOf } from '../sheet/paragraphs.ts';
import type { Sheet, SheetCell, SheetRow } from '../sheet/sheet.ts';
import { element, elements, type XmlElement } from '../xml.ts';
import { levels } from './levels.ts';
import { type Area, areaNamed, columnName } from './place.ts';
import { seenFills } from './seen-fills.ts';
import type { StoredCell, StoredRow } from './stored.ts';

export type Shown = {
  hiddenColumn: (column: number) => boolean;
  hiddenRow: (row: number) => boolean;
  /** In characters, where somebody has set it. */
  width: (column: number) => number | undefined;
};

/** Puts the stored cells where they are seen; those that are not seen are told aside, each hidden row or column as one. */
export function visibleSheet(
  name: string,
  stored: StoredRow[],
  shown: Shown,
  sheet: XmlElement,
  headers: Set<number>,
): Sheet {
  const rows = new Map<number, SheetRow>();
  const hidden = new Map<string, string[]>();
  const merged = mergesOf(sheet);
  const fills = seenFills(stored, merged.values(), shown.hiddenColumn);
  const levelOf = levels(stored);
  const mayRunOver = new Set<SheetCell>();
  const known = new IdentityColumn();
  for (const { number, cells } of stored) {
    for (const cell of cells) {
      if (known.takes(number, cell.column, cell.text)) continue;
      const area = merged.get(`${number},${cell.column}`) ?? single(number, cell.column);
      const place = firstSeen(area, shown);
      if ('hidden' in place) {
        const texts = hidden.get(place.hidden) ?? [];
        hidden.set(place.hidden, texts);
        texts.push(...linesOf(cell.text));
        continue;
      }
      const row = rows.get(place.top) ?? {
        number: place.top,
        cells: new Map(),
        header: headers.has(place.top),
        ...withFills(fills.get(place.top)),
      };
      const placed = seen(cell, place, levelOf);
      if (!cell.style.wraps && !cell.text.includes('\n')) mayRunOver.add(placed);
      row.cells.set(place.left, placed);
      rows.set(place.top, row);
    }
  }
  const inOrder = [...rows.values()].sort((one, other) => one.number - other.number);
  for (const row of inOrder) {
    sortCells(row);
    runOver(row, mayRunOver, shown);
    Object.assign(row, known.of(row.number));
  }
  const { file } = known;
  return { name, rows: inOrder, asides: asidesOf(hidden, name), ...(file ? { identity: file } : {}) };
}

const single = (row: number, column: number): Area => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

function mergesOf(sheet: XmlElement): Map<string, Area> {
  const areas = [...elements(element(sheet, 'mergeCells'), 'mergeCell')].flatMap(
    merge => areaNamed(merge.attributes.ref ?? '') ?? [],
  );
  return new Map(areas.map(area => [`${area.top},${area.left}`, area]));
}

/** Where the words of an area are seen: in its first column and row that are not hidden. */
function firstSeen(area: Area, shown: Shown): Area | { hidden: string } {
  let { top, left } = area;
  while (left <= area.right && shown.hiddenColumn(left)) left++;
  while (top <= area.bottom && shown.hiddenRow(top)) top++;
  if (left > area.right) return { hidden: `hidden column ${columnName(area.left)}` };
  if (top > area.bottom) return { hidden: `hidden row ${area.top}` };
  return { ...area, top, left };
}

function seen(cell: StoredCell, area: Area, levelOf: (cell: StoredCell) => number | undefined): SheetCell {
  const level = levelOf(cell);
  return {
    text: cell.text,
    columns: area.right - area.left + 1,
    rows: area.bottom - area.top + 1,
    ...(cell.bold ? { bold: true } : {}),
    ...(level === undefined ? {} : { level }),
  };
}

/** Merged cells whose first column is hidden may come out of order. */
function sortCells(row: SheetRow): void {
  const columns = [...row.cells.keys()];
  if (columns.every((column, index) => index === 0 || column > (columns[index - 1] ?? 0))) return;
  row.cells = new Map([...row.cells].sort(([one], [other]) => one - other));
}

/** Characters; what a column is wide that nobody has set. */
const USUAL_WIDTH = 8.43;

/**
 * A lone text that is not wrapped is printed over the empty cells beside it, as a title or a remark is.
 * Only where somebody has set the width of its column, so that too long a text is meant to run over.
 */
function runOver(row: SheetRow, mayRunOver: Set<SheetCell>, shown: Shown): void {
  const [[column, cell] = []] = row.cells;
  if (row.cells.size !== 1 || column === undefined || !cell || !mayRunOver.has(cell) || cell.columns > 1)
    return;
  let room = shown.width(column) ?? Number.POSITIVE_INFINITY;
  while (room < cell.text.length && cell.columns < 50) {
    room += shown.width(column + cell.columns) ?? USUAL_WIDTH;
    cell.columns++;
  }
}

const asidesOf = (hidden: Map<string, string[]>, name: string): Paragraph[] =>
  [...hidden].map(([what, texts]) => ({
    kind: 'paragraph',
    text: texts.join(' | '),
    where: `${what} of sheet “${name}”`,
  }));
