import { elements, type XmlElement } from '../xml.ts';

/** Whether a column of a sheet is hidden by hand; one that a closed group or a filter hides is read. */
export function hiddenColumns(table: XmlElement): (column: number) => boolean {
  const hidden: { from: number; to: number }[] = [];
  let at = 1;
  for (const { column, folded } of columnsOf(table)) {
    const times = Math.max(1, Number(column.attributes['number-columns-repeated'] ?? 1) || 1);
    if (column.attributes.visibility === 'collapse' && !folded) hidden.push({ from: at, to: at + times - 1 });
    at += times;
  }
  return column => hidden.some(({ from, to }) => from <= column && column <= to);
}

function* columnsOf(node: XmlElement, folded = false): Generator<{ column: XmlElement; folded: boolean }> {
  for (const child of elements(node)) {
    if (child.name === 'table-column') yield { column: child, folded };
    else if (child.name === 'table-column-group') yield* columnsOf(child, true);
    else if (child.name === 'table-columns' || child.name === 'table-header-columns')
      yield* columnsOf(child, folded);
  }
}
