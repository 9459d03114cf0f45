import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfFile, rule, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

/** The second column begins where a word of the text below it happens to begin. */
const BEGINS = 'Further copies can be had from the front ';
const PROSE = `${BEGINS}desk in the old mill.`;
const HEADINGS: Row = [['When'], ['What we tell'], ['Channel']];

type Row = string[][];

/** Rows between lines across, each cell in the middle of its row. */
function setRows(kit: Parameters<typeof rule>[0], rows: Row[]): void {
  const xs = [50, 50.5 + kit.widthOfString(BEGINS), 420];
  rule(
    kit,
    [],
    [...rows, []].map((_, at) => 56 + 32 * at),
    50,
    540,
  );
  for (const [at, cells] of rows.entries())
    for (const [column, lines] of cells.entries())
      setLines(kit, xs[column] ?? 0, 72 - 5.5 * lines.length + 32 * at, lines);
}

test('running text below the rows that go on from the page before stands there, and once', async () => {
  const bytes = await pdfFile(kit => {
    setRows(kit, [
      HEADINGS,
      [['Monthly'], ['Which bins are emptied', 'and on which days'], ['Newsletter']],
      [['In May'], ['Where the parks begin', 'and who keeps them'], ['Posters']],
    ]);
    kit.addPage();
    setRows(kit, [HEADINGS, [['In June'], ['Who answers for trees', 'in the old town'], ['Letter']]]);
    setLines(kit, 50, 150, [PROSE]);
  });
  const { blocks } = await readPdf(bytes);
  assert.deepEqual(
    blocks.map(block => (block.kind === 'table' ? block.rows.length : block.text)),
    [4, PROSE],
  );
});
