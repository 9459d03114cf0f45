import { otherCell } from '../../../../reading/other-cells.ts';
import type { Field } from '../../../../reading/reading.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import type { CellName } from '../../plan.ts';
import type { ListedLine } from '../../queries/lines.ts';
import { type Asked, inDocumentOrder, type Order } from '../../rules/asked.ts';
import { addressOf } from '../../rules/asked-address.ts';
import { type ShownColumn, sameColumns } from '../../rules/columns.ts';
import { type NextDate, nextDate } from '../../rules/next-date.ts';
import { type OwnerCell, ownerCell } from './owner-cell.ts';

/** A table of the list: the lines of groups that show the same columns, or of all when they are sorted. */
export type ListTable = { caption: string; columns: object[]; span: number; parts: Part[] };
type Part = { title: string; href?: string; rows: Row[] };
export type Row = {
  id: string;
  plan: string;
  /** Nothing for readers who may see the list and no more. */
  href: string;
  first: string;
  /** Where the line stands, when it does not stand there in the list. */
  under: string;
  /** Nothing where an owner should be named and is not. */
  cells: (string | null | OwnerCell)[];
  state: string;
  next: NextDate;
  marking: string;
  tags: string[];
  doubtful: boolean;
};

/** What stands together in the order of the document: the lines of a section, or of a plan. */
export type Group = { id: string; title: string; href?: string; columns: ShownColumn[] };

/** A list as a page shows it. */
export type Listing = {
  /** The address of the page. */
  list: string;
  asked: Asked;
  times: TimingFacts;
  groupOf: (line: ListedLine) => Group;
  /** The columns of one table for lines of any group. */
  mixed: ShownColumn[];
  /** The cells that are asked for: those of all columns, each once, and the reference, which may stand before the first. */
  cells: CellName[];
  /** Those fields that have a column. */
  shown: Field[];
  /** What a line is called by where its first column is empty. */
  spare?: Field[];
  /** For readers who may see the list and no more: nothing leads anywhere. */
  closed?: boolean;
};

export function listTables(lines: ListedLine[], listing: Listing): ListTable[] {
  if (!lines.length) return [];
  return inDocumentOrder(listing.asked) ? byGroup(lines, listing) : [mixed(lines, listing)];
}

function byGroup(lines: ListedLine[], listing: Listing): ListTable[] {
  const tables: ListTable[] = [];
  let before: Group | undefined;
  for (const line of lines) {
    const group = listing.groupOf(line);
    if (group.id !== before?.id) {
      const { title, href, columns } = group;
      if (!before || !sameColumns(columns, before.columns)) tables.push(emptyTable(columns, listing, title));
      tables.at(-1)!.parts.push({ title, ...(href && !listing.closed && { href }), rows: [] });
      before = group;
    }
    tables
      .at(-1)!
      .parts.at(-1)!
      .rows.push(rowOf(line, before.columns, listing));
  }
  return tables;
}

function mixed(lines: ListedLine[], listing: Listing): ListTable {
  const rows = lines.map(line => ({
    ...rowOf(line, listing.mixed, listing),
    under: listing.groupOf(line).title,
  }));
  return { ...emptyTable(listing.mixed, listing, ''), parts: [{ title: '', rows }] };
}

const SORTABLE: Partial<Record<CellName | 'state', Order>> = {
  reference: 'reference',
  owner: 'owner',
  state: 'state',
};

function emptyTable(columns: ShownColumn[], { list, asked, closed }: Listing, title: string): ListTable {
  const heading = (text: string, cell: CellName | 'state') => {
    const order = SORTABLE[cell];
    if (!order || closed) return { text };
    const here = asked.order === order;
    const href = addressOf(list, { ...asked, cursor: undefined, order: here ? 'document' : order });
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

function rowOf(line: ListedLine, columns: ShownColumn[], { times, closed, spare = [] }: Listing): Row {
  const texts = columns.map(column => textOf(line, column.cell));
  const headed = columns.some(column => column.cell === 'reference') ? '' : line.reference;
  const [own = '', ...rest] = texts;
  const first = own || (spare.map(field => line[field]).find(Boolean) ?? '');
  return {
    id: line.id,
    plan: line.plan,
    href: closed ? '' : `/plans/${line.plan}/lines/${line.id}`,
    first: [headed, first].filter(Boolean).join(' ') || `Line ${line.position}`,
    under: '',
    cells: rest.map((text, index) =>
      columns[index + 1]!.cell === 'owner' ? ownerOf(text, line, closed) : text,
    ),
    state: line.state,
    next: nextDate(line, times),
    marking: line.marking === 'none' ? '' : line.marking,
    tags: closed ? [] : line.tags,
    doubtful: !closed && line.doubtful,
  };
}

/** What is still to be settled about an owner is for those who settle it. */
const ownerOf = (text: string, { accountable }: ListedLine, closed = false): Row['cells'][number] =>
  closed ? text || accountable : ownerCell(text, accountable);

function textOf(line: ListedLine, cell: CellName): string {
  if (!cell.startsWith('other:')) return (line[cell as Field] as string | undefined) ?? '';
  return otherCell(line.other ?? {}, cell.slice('other:'.length));
}
