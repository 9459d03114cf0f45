import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, rule, setLines } from '../../../tests/support/pdf-file.ts';
import type { Block, Cell, SourceDocument } from '../document.ts';
import { openDocument, Unreadable } from '../open.ts';
import { readPdf } from './read.ts';

const PLAN = [
  ['Action', 'Lead officer', 'When'],
  [
    'Tell every household about winter gritting and where the salt bins stand',
    'Press Officer',
    'By November 2025',
  ],
  ['Ask traders what they want to know', 'Head of Communications and Customer Services', 'Quarterly'],
  ['Publish the results of the survey on the website and in libraries', 'Web team', 'Ongoing'],
];
const WIDTHS = [220, 150, 120];

const textOf = (cell: Cell) => cell.paragraphs.map(({ text, marker }) => `${marker ?? ''}${text}`).join('\n');
const outline = (block: Block) =>
  block.kind === 'table' ? block.rows.map(row => row.cells.map(textOf)) : block.text;
const outlines = (document: SourceDocument) => document.blocks.map(outline);
const tablesOf = (document: SourceDocument) => document.blocks.filter(block => block.kind === 'table');

for (const [name, border] of Object.entries<number | [number, number, number, number]>({
  'with lines around every cell': 1,
  'with lines between rows only': [1, 0, 1, 0],
  'without any line': 0,
})) {
  test(`a table ${name} is read row by row, with its wrapped cells whole`, async () => {
    const bytes = await pdfFile(kit => {
      kit.fontSize(16).text('Ashmere winter plan').fontSize(9).moveDown();
      kit.table({ columnStyles: WIDTHS, defaultStyle: { padding: 4, border }, data: PLAN });
    });
    assert.deepEqual(outlines(await readPdf(bytes)), ['Ashmere winter plan', PLAN]);
  });
}

test('a table that goes on over pages is one table, with its headings once', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => [
    `R${index + 1}`,
    `Do thing ${index + 1} for residents`,
    'Monthly',
  ]);
  const bytes = await pdfFile(kit => {
    for (const [page, from] of [0, 30].entries()) {
      if (page) kit.addPage();
      const part = rows.slice(from, from + 30);
      kit.table({ columnStyles: [60, 280, 100], data: [['Ref', 'Action', 'When'], ...part] });
    }
  });
  assert.deepEqual(outlines(await readPdf(bytes)), [[['Ref', 'Action', 'When'], ...rows]]);
});

test('merged cells keep their columns, and say where they reach down', async () => {
  const bytes = await pdfFile(kit => {
    kit.table({
      data: [
        [{ colSpan: 3, text: 'Delivery in schools' }],
        [{ rowSpan: 2, text: 'Parents' }, 'Letter home', 'Termly'],
        ['Open evening', 'Yearly'],
      ],
    });
  });
  const [table] = tablesOf(await readPdf(bytes));
  assert.deepEqual(
    table?.rows.map(row => row.cells.map(cell => [textOf(cell), cell.columns, cell.continues ?? false])),
    [
      [['Delivery in schools', 3, false]],
      [
        ['Parents', 1, false],
        ['Letter home', 1, false],
        ['Termly', 1, false],
      ],
      [
        ['', 1, true],
        ['Open evening', 1, false],
        ['Yearly', 1, false],
      ],
    ],
  );
});

test('words that a narrow column broke are whole again, and words that merely stand apart are not joined', async () => {
  const bytes = await pdfFile(kit => {
    setLines(kit, 50, 30, ['Stakeholders meet quarterly.']);
    rule(kit, [50, 96, 180, 210], [60, 100, 140]);
    setLines(kit, 52, 65, ['Stakehold', 'ers']);
    setLines(kit, 98, 65, ['Head of Libraries', 'and Archives']);
    setLines(kit, 182, 65, ['When']);
    setLines(kit, 52, 105, ['Our market', 'team']);
    setLines(kit, 98, 105, ['Press officer']);
    setLines(kit, 182, 105, ['long-', 'term']);
  });
  const [, table] = outlines(await readPdf(bytes));
  assert.deepEqual(table, [
    ['Stakeholders', 'Head of Libraries and Archives', 'When'],
    ['Our market team', 'Press officer', 'long-term'],
  ]);
});

test('a row that a page break cuts in the middle of its sentences is one row', async () => {
  const bytes = await pdfFile(kit => {
    rule(kit, [50, 150, 250], [700, 715, 730]);
    setLines(kit, 54, 703, ['Action']);
    setLines(kit, 154, 703, ['Comments']);
    setLines(kit, 54, 718, ['Tell residents about the']);
    setLines(kit, 154, 718, ['Agreed with the press']);
    kit.addPage();
    rule(kit, [50, 150, 250], [50, 65, 80]);
    setLines(kit, 54, 53, ['recycling calendar.']);
    setLines(kit, 154, 53, ['office in May.']);
    setLines(kit, 54, 68, ['Ask schools.']);
  });
  const [table] = outlines(await readPdf(bytes));
  assert.deepEqual(table, [
    ['Action', 'Comments'],
    ['Tell residents about the recycling calendar.', 'Agreed with the press office in May.'],
    ['Ask schools.', ''],
  ]);
});

test('running headers, footers and page numbers stand aside, each wording once', async () => {
  const bytes = await pdfFile(kit => {
    for (const page of [1, 2, 3]) {
      if (page > 1) kit.addPage();
      setLines(kit, 50, 30, ['Borough of Ashmere – OFFICIAL']);
      setLines(kit, 50, 200, [`What stands on page ${['one', 'two', 'three'][page - 1]} alone.`]);
      kit.page.margins.bottom = 0;
      setLines(kit, 280, 810, [`Page ${page} of 3`]);
    }
  });
  const { blocks, asides } = await readPdf(bytes);
  assert.deepEqual(
    asides.map(({ text, where }) => [where, text]),
    [
      ['header', 'Borough of Ashmere – OFFICIAL'],
      ['footer', 'Page 1 of 3'],
    ],
  );
  assert.equal(blocks.length, 3);
});

test('paragraphs, headings and bullets are told apart', async () => {
  const long = 'We tell residents early what will change, in plain English, and we say whom to ask. '
    .repeat(3)
    .trim();
  const bytes = await pdfFile(kit => {
    kit.font('Helvetica-Bold').fontSize(18).text('Communications policy');
    kit.fontSize(13).text('1. Principles').moveDown(0.5);
    kit.font('Helvetica').fontSize(10).text(long).moveDown();
    setLines(kit, 60, 300, ['• Plain English', '• No jargon'], 14);
    setLines(kit, 50, 340, ['1.1 First clause.', '1.2 Second clause.'], 12);
  });
  const paragraphs = (await readPdf(bytes)).blocks.filter(block => block.kind === 'paragraph');
  assert.deepEqual(
    paragraphs.map(({ text, level, marker, bold }) => [level, marker, bold, text]),
    [
      [1, undefined, true, 'Communications policy'],
      [2, undefined, true, '1. Principles'],
      [undefined, undefined, undefined, long],
      [undefined, '•', undefined, 'Plain English'],
      [undefined, '•', undefined, 'No jargon'],
      [undefined, undefined, undefined, '1.1 First clause.'],
      [undefined, undefined, undefined, '1.2 Second clause.'],
    ],
  );
});

test('a page that is held sideways to be read is turned', async () => {
  const bytes = await pdfFile(kit => {
    kit.translate(545, 50).rotate(90);
    rule(kit, [10, 200, 400], [10, 30, 50]);
    setLines(kit, 14, 18, ['What']);
    setLines(kit, 204, 18, ['When']);
    setLines(kit, 14, 38, ['Tell residents']);
    setLines(kit, 204, 38, ['Weekly']);
  });
  assert.deepEqual(outlines(await readPdf(bytes)), [
    [
      ['What', 'When'],
      ['Tell residents', 'Weekly'],
    ],
  ]);
});

test('headings set upright in narrow columns are read', async () => {
  const bytes = await pdfFile(kit => {
    rule(kit, [50, 250, 270], [50, 120, 140]);
    setLines(kit, 54, 100, ['Action for all of the residents of the borough']);
    setLines(kit, 54, 128, ['Tell residents about the calendar of collections']);
    setLines(kit, 254, 128, ['Yes']);
    kit.save().rotate(-90, { origin: [264, 116] });
    setLines(kit, 264, 108, ['On track']);
    kit.restore();
  });
  const [table] = outlines(await readPdf(bytes));
  assert.equal((table as string[][])[0]?.[1], 'On track');
});

const refused = async (bytes: Uint8Array) => {
  try {
    return outlines(await openDocument(bytes, 'plan.pdf'));
  } catch (fault) {
    assert.ok(fault instanceof Unreadable, `threw ${fault}`);
    return fault.message;
  }
};

test('what cannot be read is told in one sentence that says what to do', async () => {
  const whole = await pdfFile(kit => kit.text('A plan'));
  const locked = await pdfFile(kit => kit.text('A plan'), { userPassword: 'secret', pdfVersion: '1.7' });
  const drawn = await pdfFile(kit => kit.rect(100, 100, 200, 200).fill('grey'));
  assert.deepEqual(await refused(whole), ['A plan']);
  assert.match(String(await refused(locked)), /^plan\.pdf is protected by a password\. .*without one/);
  assert.match(String(await refused(drawn)), /^plan\.pdf holds no text: its pages are pictures.*\(OCR\)/);
  assert.match(
    String(await refused(whole.subarray(0, whole.length - 200))),
    /^plan\.pdf is damaged: its end is missing/,
  );
});

test('a PDF with any byte changed opens or is refused', async () => {
  const whole = await pdfFile(kit => {
    kit.text('A plan');
    kit.table({ data: PLAN });
  });
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x15;
    assert.ok((await refused(changed)).length > 0);
  }
});
