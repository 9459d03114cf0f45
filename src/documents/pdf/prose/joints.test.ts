import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, rule, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

/** What a cell says whose lines end where its column does. */
async function read(lines: string[]): Promise<string> {
  const bytes = await pdfFile(kit => {
    const width = Math.max(...lines.map(line => kit.widthOfString(line)));
    const xs = [50, 54 + width, 200 + width];
    rule(kit, xs, [60, 80, 130]);
    setLines(kit, 52, 66, ['Lead']);
    setLines(kit, 52, 84, lines);
    setLines(kit, 58 + width, 66, ['When']);
    setLines(kit, 58 + width, 84, ['Monthly']);
  });
  const [table] = (await readPdf(bytes)).blocks;
  return table?.kind === 'table'
    ? (table.rows[1]?.cells[0]?.paragraphs.map(({ text }) => text).join(' / ') ?? '')
    : '';
}

test('whole words that fill a column are not run together', async () => {
  assert.equal(await read(['Nominations', 'received']), 'Nominations received');
  assert.equal(await read(['Responsible', 'directorate']), 'Responsible directorate');
  assert.equal(await read(['Questionnaire', 'replies']), 'Questionnaire replies');
});

test('letters that are no word belong to the word above them', async () => {
  assert.equal(await read(['acknowledge', 'd']), 'acknowledged');
});
