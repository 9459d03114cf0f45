/** A cell's place; both count from 1. */
export type Place = { row: number; column: number };
export type Area = { top: number; left: number; bottom: number; right: number };

/** "B4" is row 4, column 2. Signs of fixed places ("$B$4") are passed over; nothing for anything else. */
export function placeNamed(name: string): Place | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name);
  return found ? { column: columnNamed(found[1] ?? ''), row: Number(found[2]) } : undefined;
}

/** "B4:D6"; a single cell is an area of one. */
export function areaNamed(name: string): Area | undefined {
  const [first = '', last = first] = name.split(':');
  const [from, to] = [placeNamed(first), placeNamed(last)];
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

const columnNamed = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** 28 is "AB". */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
