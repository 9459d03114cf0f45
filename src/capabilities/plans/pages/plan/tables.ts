import { otherCell } from '../../../../reading/other-cells.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import type { CellName } from '../../plan.ts';
import type { Section } from '../../queries/facts.ts';
import type { ListedLine } from '../../queries/lines.ts';
import { type Asked, addressOf, type Order } from '../../rules/asked.ts';
import { mixedColumns, type ShownColumn, sameColumns, sectionColumns } from '../../rules/columns.ts';
import { type NextDate, nextDate } from '../../rules/next-date.ts';
import { withTimesMarked } from '../../rules/times-told.ts';

/** A table of the list: the lines of sections that print the same columns, or of all when they are sorted. */
export type ListTable = { caption: string; columns: object[]; span: number; parts: Part[] };
type Part = { title: string; rows: Row[] };
export type Row = {
  href: string;
  first: string;
  section: string;
  /** Nothing where an owner should be named and is not. */
  cells: (string | null)[];
  state: string;
  next: NextDate;
  marking: string;
  doubtful: boolean;
};

export type Listing = { plan: string; asked: Asked; sections: Section[]; times: TimingFacts };

/** The cells that a list of these sections shows, each once. The reference can stand before the first one. */
export function cellsOf({ asked, sections }: Pick<Listing, 'asked' | 'sections'>): CellName[] {
  const shown = inDocumentOrder(asked)
    ? sections.flatMap(section => sectionColumns(section.columns))
    : mixedColumns(sections.map(section => section.columns));
  return [...new Set<CellName>(['reference', ...shown.map(column => column.cell)])];
}

export const inDocumentOrder = ({ order }: Asked): boolean => order === 'document';

export function listTables(listed: ListedLine[], listing: Listing): ListTable[] {
  const sections = new Map(listing.sections.map(section => [section.id, section]));
  const lines = listed.map(line => {
    const section = sections.get(line.section);
    return section ? withTimesMarked(line, section) : line;
  });
  return inDocumentOrder(listing.asked) ? bySection(lines, listing) : [mixed(lines, listing)];
}

function bySection(lines: ListedLine[], listing: Listing): ListTable[] {
  const tables: ListTable[] = [];
  let before: { section: string; columns: ShownColumn[] } | undefined;
  for (const line of lines) {
    if (line.section !== before?.section) {
      const section = listing.sections.find(one => one.id === line.section);
      const columns = sectionColumns(section?.columns ?? []);
      const title = section?.title ?? '';
      if (!before || !sameColumns(columns, before.columns)) tables.push(emptyTable(columns, listing, title));
      tables.at(-1)!.parts.push({ title, rows: [] });
      before = { section: line.section, columns };
    }
    tables
      .at(-1)!
      .parts.at(-1)!
      .rows.push(rowOf(line, before.columns, listing));
  }
  return tables;
}

function mixed(lines: ListedLine[], listing: Listing): ListTable {
  const columns = mixedColumns(listing.sections.map(section => section.columns));
  const titles = new Map(listing.sections.map(section => [section.id, section.title]));
  const rows = lines.map(line => ({
    ...rowOf(line, columns, listing),
    section: titles.get(line.section) ?? '',
  }));
  return { ...emptyTable(columns, listing, ''), parts: [{ title: '', rows }] };
}

function emptyTable(columns: ShownColumn[], { plan, asked }: Listing, title: string): ListTable {
  const sortable: Partial<Record<CellName | 'state', Order>> = {
    reference: 'reference',
    owner: 'owner',
    state: 'state',
  };
  const heading = (text: string, cell: CellName | 'state') => {
    const order = sortable[cell];
    if (!order) return { text };
    const here = asked.order === order;
    const href = addressOf(plan, { ...asked, cursor: undefined, order: here ? 'document' : order });
    return { text, sort: { href, ...(here && { direction: 'ascending' }) } };
  };
  return {
    caption: title ? `Lines of ${title}` : 'Lines',
    columns: [
      ...columns.map(column => heading(column.heading, column.cell)),
      heading('State', 'state'),
      { text: 'Next', width: 'date' },
    ],
    span: columns.length + 2,
    parts: [],
  };
}

function rowOf(line: ListedLine, columns: ShownColumn[], { plan, times }: Listing): Row {
  const texts = columns.map(column => textOf(line, column.cell));
  const headed = columns.some(column => column.cell === 'reference') ? '' : line.reference;
  const [first = '', ...rest] = texts;
  return {
    href: `/plans/${plan}/lines/${line.id}`,
    first: [headed, first].filter(Boolean).join(' ') || `Line ${line.position}`,
    section: '',
    cells: rest.map((text, index) => (!text && columns[index + 1]!.cell === 'owner' ? null : text)),
    state: line.state,
    next: nextDate(line, times),
    marking: line.marking === 'none' ? '' : line.marking,
    doubtful: line.doubtful,
  };
}

function textOf(line: ListedLine, cell: CellName): string {
  if (!cell.startsWith('other:')) return line[cell as keyof Omit<ListedLine, 'schedules'>] as string;
  return otherCell(line.other ?? {}, cell.slice('other:'.length));
}
