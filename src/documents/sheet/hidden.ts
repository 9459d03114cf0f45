import type { Paragraph } from '../document.ts';
import type { Sheet } from './sheet.ts';

/** A hidden sheet as one text, since it holds lists and workings that nobody reads row by row. */
export function hiddenSheet({ name, rows, asides }: Sheet): Paragraph[] {
  const text = rows.map(row => [...row.cells.values()].map(cell => cell.text).join(' | ')).join('\n');
  return [
    ...(text ? [{ kind: 'paragraph' as const, text, where: `hidden sheet “${name}”` }] : []),
    ...asides,
  ];
}
