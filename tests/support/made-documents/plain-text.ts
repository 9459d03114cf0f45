import type { Layout } from './layout.ts';

/** The made plan as plain text: tables with tabs, or as Markdown draws them. */
export function plainTextOf({ blocks, setting }: Layout): Uint8Array {
  const drawn = (cells: string[]) => (setting.furniture ? `| ${cells.join(' | ')} |` : cells.join('\t'));
  const lines = blocks.flatMap(block => {
    if (block.kind !== 'table') return [block.text, ''];
    const rows = block.rows.map(row => drawn(row.map(cell => cell.text)));
    if (setting.furniture) rows.splice(1, 0, drawn((block.rows[0] ?? []).map(() => '---')));
    return [...rows, ''];
  });
  return new TextEncoder().encode(lines.join(setting.pieces % 2 ? '\r\n' : '\n'));
}
