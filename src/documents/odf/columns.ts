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

/** The style that the cells of a column have where neither they nor their row name one. */
export function columnStyles(table: XmlElement): (column: number) => string | undefined {
  const ends: { to: number; style: string | undefined }[] = [];
  let to = 0;
  for (const { column } of columnsOf(table)) {
    to += Math.max(1, Number(column.attributes['number-columns-repeated'] ?? 1) || 1);
    ends.push({ to, style: column.attributes['default-cell-style-name'] });
  }
  return column => ends.find(stretch => column <= stretch.to)?.style;
}

function* columnsOf(node: XmlElement, folded = false): Generator<{ column: XmlElement; folded: boolean }> {
  for (const child of elements(node)) {
    if (child.name === 'table-column') yield { column: child, folded };
    else if (child.name === 'table-column-group') yield* columnsOf(child, true);
    else if (child.name === 'table-columns' || child.name === 'table-header-columns')
      yield* columnsOf(child, folded);
  }
}
