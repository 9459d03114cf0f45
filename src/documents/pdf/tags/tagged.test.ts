import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

type Kit = Parameters<Parameters<typeof pdfFile>[0]>[0];
type Element = ReturnType<Kit['struct']>;
/** The lines of a cell, from the top down at one place; on a new page where it says so. */
type Placed = { x: number; y: number; lines: string[]; role?: 'TH' | 'TD' };
type Made = Placed[][];

const TAGGED = { tagged: true, pdfVersion: '1.7' } as const;

/** Draws a table and tags it as its rows and cells are given. */
function tableOf(kit: Kit, rows: Made): Element {
  const table = kit.struct('Table');
  for (const row of rows)
    table.add(
      rowOf(
        kit,
        row.map(one => cellOf(kit, one)),
      ),
    );
  return table;
}

function rowOf(kit: Kit, cells: Element[]): Element {
  const row = kit.struct('TR');
  for (const one of cells) row.add(one);
  return row;
}

const cellOf = (kit: Kit, { x, y, lines, role = 'TD' }: Placed): Element =>
  drawn(kit, kit.struct(role), x, y, lines);

/** Draws lines as content of an element. */
function drawn(kit: Kit, element: Element, x: number, y: number, lines: string[]): Element {
  if (lines.length === 0) return element;
  element.add(kit.markStructureContent('Span'));
  setLines(kit, x, y, lines);
  kit.endMarkedContent();
  return element;
}

const cell = (x: number, y: number, ...lines: string[]): Placed => ({ x, y, lines });
const head = (x: number, y: number, ...lines: string[]): Placed => ({ x, y, lines, role: 'TH' });

const HEADINGS = [head(50, 100, 'Group'), head(150, 100, 'What we do'), head(330, 100, 'When')];

async function read(draw: (kit: Kit) => void, options: object = TAGGED) {
  const { blocks, asides } = await readPdf(await pdfFile(draw, options));
  return {
    asides: asides.map(({ text }) => text),
    blocks: blocks.map(block =>
      block.kind === 'paragraph'
        ? `${block.level ?? ''}${block.text}`
        : block.rows.map(row =>
            row.cells.map(
              ({ paragraphs, columns, continues }) =>
                `${continues ? '^' : ''}${paragraphs.map(({ text }) => text).join(' ')}${columns > 1 ? `<${columns}>` : ''}`,
            ),
          ),
    ),
  };
}

test('tags say which lines are one row where nothing parts the rows, and which cells are merged or empty', async () => {
  const { blocks } = await read(kit =>
    kit.addStructure(
      tableOf(kit, [
        HEADINGS,
        [cell(50, 122, 'Residents'), cell(150, 111, 'Send the letter'), cell(330, 111, 'May')],
        [cell(150, 122, 'Open the hall'), cell(0, 0)],
        [cell(150, 133, 'Ring the mayor'), cell(330, 133, 'July')],
        [cell(50, 144, 'Staff'), cell(0, 0), cell(330, 144, 'Weekly')],
      ]),
    ),
  );
  assert.deepEqual(blocks, [
    [
      ['Group', 'What we do', 'When'],
      ['Residents', 'Send the letter', 'May'],
      ['^', 'Open the hall', ''],
      ['^', 'Ring the mayor', 'July'],
      ['Staff', '', 'Weekly'],
    ],
  ]);
});

test('a heading over two columns covers both, wherever it stands above them', async () => {
  for (const x of [150, 190, 240]) {
    const { blocks } = await read(kit =>
      kit.addStructure(
        tableOf(kit, [
          [head(50, 100, 'Action'), head(x, 100, 'Dates'), head(400, 100, 'Lead')],
          [head(150, 111, 'Start'), head(240, 111, 'Finish')],
          [
            cell(50, 122, 'Tell the press'),
            cell(150, 122, '1 May'),
            cell(240, 122, '9 May'),
            cell(400, 122, 'Ada'),
          ],
          [
            cell(50, 133, 'Ring the bell'),
            cell(150, 133, '2 May'),
            cell(240, 133, '3 May'),
            cell(400, 133, 'Ben'),
          ],
        ]),
      ),
    );
    assert.deepEqual(
      blocks,
      [
        [
          ['Action', 'Dates<2>', 'Lead'],
          ['^', 'Start', 'Finish', '^'],
          ['Tell the press', '1 May', '9 May', 'Ada'],
          ['Ring the bell', '2 May', '3 May', 'Ben'],
        ],
      ],
      `the heading at ${x}`,
    );
  }
});

test('a table is whole over its pages: a cut label, a cut row, and headings that are printed again as no text', async () => {
  const { blocks, asides } = await read(kit => {
    const table = kit.struct('Table');
    const part = (x: number, y: number, text: string) => cellOf(kit, cell(x, y, text));
    const heads = HEADINGS.map(one => cellOf(kit, one));
    const label = part(50, 700, 'Partners and');
    const first = [part(150, 700, 'Meet the chairs'), part(330, 700, 'Monthly')];
    const text = part(150, 711, 'Share the plan of');
    const last = part(330, 711, 'In March');
    kit.addPage();
    kit.markContent('Artifact', { type: 'Pagination' });
    for (const { x, y, lines } of HEADINGS) setLines(kit, x, y - 20, lines);
    kit.endMarkedContent();
    drawn(kit, label, 50, 91, ['voluntary bodies']);
    drawn(kit, text, 150, 91, ['all consultations']);
    const next = [part(150, 102, 'Thank the volunteers'), part(330, 102, 'Yearly')];
    for (const row of [heads, [label, ...first], [text, last], next]) table.add(rowOf(kit, row));
    kit.addStructure(table);
  });
  assert.deepEqual(asides, []);
  assert.deepEqual(blocks, [
    [
      ['Group', 'What we do', 'When'],
      ['Partners and voluntary bodies', 'Meet the chairs', 'Monthly'],
      ['^', 'Share the plan of all consultations', 'In March'],
      ['^', 'Thank the volunteers', 'Yearly'],
    ],
  ]);
});

const ROWS = [
  ['Tell residents', 'Press Officer', 'By May'],
  ['Ask the traders', 'Web team', 'Quarterly'],
  ['Publish results', 'Head of News', 'Ongoing'],
];
const XS = [50, 200, 350];

/** What is tagged against what the page shows. */
const AGAINST: Record<string, (kit: Kit) => void> = {
  'as pieces of words': kit => {
    const table = kit.struct('Table');
    ROWS.forEach((row, at) => {
      const pieces = row.flatMap((text, column) => {
        const [begin, end] = [text.slice(0, 3), text.slice(3)];
        const x = XS[column] ?? 0;
        return [
          cellOf(kit, cell(x, 100 + at * 20, begin)),
          cellOf(kit, cell(x + kit.widthOfString(begin), 100 + at * 20, end)),
        ];
      });
      table.add(rowOf(kit, pieces));
    });
    kit.addStructure(table);
  },
  'without its last row': kit => {
    kit.addStructure(tableOf(kit, placed().slice(0, 2)));
    for (const { x, y, lines } of placed()[2] ?? [])
      kit.addStructure(drawn(kit, kit.struct('P'), x, y, lines));
  },
  'with rows as columns': kit => {
    kit.addStructure(
      tableOf(
        kit,
        XS.map((_, column) => placed().flatMap(row => row[column] ?? [])),
      ),
    );
  },
  'with a cell for the row between': kit => {
    const [first = [], second = [], third = []] = placed();
    kit.addStructure(tableOf(kit, [first, third]));
    kit.addStructure(tableOf(kit, [second]));
  },
  'as one cell': kit => {
    kit.addStructure(tableOf(kit, [[{ x: 50, y: 60, lines: ['Ashmere'] }]]));
    for (const row of placed()) for (const { x, y, lines } of row) setLines(kit, x, y, lines);
  },
};

const placed = (): Made =>
  ROWS.map((row, at) => row.map((text, column) => cell(XS[column] ?? 0, 100 + at * 20, text)));

for (const [how, draw] of Object.entries(AGAINST))
  test(`a table that is tagged ${how} is read by where its words stand, and keeps them all`, async () => {
    const { blocks } = await read(draw);
    const words = blocks.flat(2).join(' ').split(/\s+/).sort();
    const printed = [...ROWS.flat(), ...(how === 'as one cell' ? ['Ashmere'] : [])]
      .join(' ')
      .split(/\s+/)
      .sort();
    assert.deepEqual(words, printed);
    assert.deepEqual(blocks.at(-1), ROWS);
  });

test('headings have the level of their tags, and artifacts at the edge of the page are no text', async () => {
  const { blocks, asides } = await read(kit => {
    kit.markContent('Artifact', { type: 'Pagination' });
    setLines(kit, 50, 30, ['Borough of Ashmere, communications']);
    kit.endMarkedContent();
    kit.addStructure(drawn(kit, kit.struct('H2'), 50, 100, ['How we listen']));
    kit.addStructure(
      drawn(kit, kit.struct('P'), 50, 130, ['We ask before we decide, and say what we heard.']),
    );
  });
  assert.deepEqual(asides, ['Borough of Ashmere, communications']);
  assert.deepEqual(blocks, ['2How we listen', 'We ask before we decide, and say what we heard.']);
});

test('the structure of a damaged file is not needed', async () => {
  const bytes = await pdfFile(kit => kit.addStructure(tableOf(kit, placed())), TAGGED);
  const text = Buffer.from(bytes).toString('latin1');
  for (const [from, to] of [
    ['/StructTreeRoot', '/StructTreeRoof'],
    ['/ParentTree ', '/ParentTrei '],
    ['/S /TR', '/S 12 '],
    ['/S /Table', '/S /Tabel'],
    ['/K [', '/K 0 '],
  ] as const) {
    const damaged = new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
    const { blocks } = await readPdf(damaged);
    assert.equal(blocks.filter(block => block.kind === 'table').length, 1, from);
  }
});
