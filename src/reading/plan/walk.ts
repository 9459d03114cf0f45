import type { Paragraph } from '../../documents/document.ts';
import { paragraphText } from '../../documents/words.ts';
import { monthIn } from '../calendar/month-in.ts';
import { type Swatch, swatchesIn } from '../colours/shaded-key.ts';
import type { FlowItem } from '../document/flow.ts';
import { isFurniture } from '../document/furniture.ts';
import { sectionTitle, tellsTheDay } from '../document/section-title.ts';
import { rowText } from '../grid/grid.ts';
import type { Column } from '../headings/columns.ts';
import { begin, type Gathering, gatherRows } from '../lines/gather.ts';
import type { Corrections } from '../reading.ts';
import type { RegisterRows } from '../registers/read-registers.ts';
import { type Shape, sameColumns, shapeOf } from '../tables/shapes.ts';
import { type Stretch, stretchesOf } from '../tables/stretches.ts';
import { plain } from '../text/plain.ts';
import { correctedColumns } from './corrected-columns.ts';

/** One plan table as a person sees it, however many pieces the document prints it in. */
export type PlanTable = {
  columns: Column[];
  where: string;
  /** Rows met so far, headings and titles with them. */
  rows: number;
  headed: { stretch: Stretch; order: number }[];
};

type Placed = { paragraph: Paragraph; order: number };

/** What has been met while the document was read from top to bottom. */
export type Walk = Gathering & {
  tables: PlanTable[];
  shapes: Shape[];
  /** Paragraphs since the last table. */
  between: Placed[];
  /** Paragraphs that title no plan table. */
  prose: Placed[];
  registers: RegisterRows[];
  /** The document's own title, as its paragraphs print it. */
  titles: string[];
  /** Coloured cells of tables that are no plans: a key to colours may be among them. */
  swatches: Swatch[];
  /** Several tables stand right under the day of a meeting. */
  byMeetings: boolean;
};

export function walkThrough(flow: FlowItem[], titled: Set<Paragraph>, corrections: Corrections): Walk {
  const walk: Walk = {
    rows: [],
    sections: [],
    leftovers: [],
    section: undefined,
    open: undefined,
    tables: [],
    shapes: [],
    between: [],
    prose: [],
    registers: [],
    titles: [...titled].map(({ text }) => text),
    swatches: [],
    byMeetings: meetings(flow) > 1,
  };
  for (const item of flow) {
    if (item.kind === 'table') {
      const { width } = item.grid;
      const headed = walk.shapes.some(shape => shape.kind !== 'set-aside' && shape.columns.length === width);
      for (const stretch of stretchesOf(item.grid, headed))
        readStretch(walk, stretch, item.order, corrections);
    } else if (titled.has(item.paragraph)) {
      // What stands above the document's title titles no table, except the sheet that both stand on.
      setAside(
        walk,
        walk.between.find(({ paragraph }) => paragraph.role === 'sheet'),
      );
    } else if (isFurniture(item.paragraph.text)) {
      // A footer between two parts of a table does not part them.
      walk.prose.push({ paragraph: item.paragraph, order: item.order });
    } else walk.between.push({ paragraph: item.paragraph, order: item.order });
  }
  setAside(walk);
  return walk;
}

const meetings = (flow: FlowItem[]): number =>
  flow.filter(
    (item, index) =>
      item.kind === 'paragraph' && tellsTheDay(item.paragraph) && flow[index + 1]?.kind === 'table',
  ).length;

function readStretch(walk: Walk, stretch: Stretch, order: number, corrections: Corrections): void {
  const shape = shapeOf(stretch, walk.shapes, walk.between.length === 0);
  walk.shapes.push(shape);
  if (shape.kind === 'plan') {
    const month = monthOver(walk, stretch);
    const before = walk.rows.length;
    beginSection(walk, stretch, order);
    addRows(walk, stretch, shape, order, corrections);
    if (month) for (const row of walk.rows.slice(before)) row.month = month;
    return;
  }
  const adjoining = walk.between.length === 0;
  walk.open = undefined;
  setAside(walk);
  if (shape.kind !== 'set-aside') walk.registers.push({ stretch, shape, order, adjoining });
  else {
    for (const row of [...stretch.titles, ...stretch.headings, ...stretch.rows]) {
      walk.leftovers.push({ text: rowText(row), where: row.where, order });
      walk.swatches.push(...swatchesIn(row));
    }
  }
}

/** The nearest title that names a month: in the table itself, between it and the one before, or over all. */
const monthOver = ({ between, titles }: Walk, stretch: Stretch): string | undefined =>
  [...titles, ...between.map(({ paragraph }) => paragraph.text), ...stretch.titles.map(rowText)]
    .map(monthIn)
    .findLast(Boolean);

/** The paragraph above a table, or a title row in it, titles the lines that follow. */
function beginSection(walk: Walk, stretch: Stretch, order: number): void {
  if (walk.between.length) walk.open = undefined;
  const title = sectionTitle(
    walk.between.map(({ paragraph }) => paragraph),
    walk.byMeetings,
  );
  const placed = walk.between.find(({ paragraph }) => paragraph === title);
  setAside(walk, placed);
  walk.between.length = 0;
  if (title)
    begin(walk, { text: plain(paragraphText(title)), where: title.where, order: placed?.order ?? order });
  for (const row of stretch.titles) begin(walk, { text: rowText(row), where: row.where, order });
}

function addRows(walk: Walk, stretch: Stretch, shape: Shape, order: number, corrections: Corrections): void {
  const known = walk.tables.findIndex(table => sameColumns(table.columns, shape.columns));
  const index = known >= 0 ? known : walk.tables.length;
  const table = walk.tables[index] ?? { columns: shape.columns, where: stretch.where, rows: 0, headed: [] };
  walk.tables[index] = table;
  if (stretch.headings.length) table.headed.push({ stretch, order });
  table.rows += stretch.titles.length + stretch.headings.length;
  gatherRows(stretch, correctedColumns(table.columns, index, corrections), index, table.rows, order, walk);
  table.rows += stretch.rows.length;
}

/** Makes prose of what stands between the tables; `kept` stays there. */
function setAside(walk: Walk, kept?: Placed): void {
  const between = walk.between.splice(0);
  for (const placed of between) if (placed !== kept) walk.prose.push(placed);
  if (kept) walk.between.push(kept);
}
