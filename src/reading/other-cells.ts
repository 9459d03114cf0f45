/** What a line holds under headings that no field is called, by heading. */
type OtherCells = Record<string, string>;

/** '' where nothing stands. A heading is the document's own word, and "constructor" is one that every object answers to. */
export const otherCell = (cells: OtherCells, heading: string): string =>
  Object.hasOwn(cells, heading) ? cells[heading]! : '';

/** Also under "__proto__", which a plain assignment would throw away. */
export function setOtherCell(cells: OtherCells, heading: string, text: string): void {
  Object.defineProperty(cells, heading, {
    value: text,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
