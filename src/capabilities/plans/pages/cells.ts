import type { CellName, Column } from '../plan.ts';
import type { Line } from '../queries/line.ts';
import { allCells, type ShownColumn, sectionColumns } from '../rules/columns.ts';
import type { LineValues } from '../rules/line-changes.ts';
import { nameOfLine } from '../rules/name-of-line.ts';

export { nameOfLine };

/** How a changed or doubted field is called on the pages of its line: as its own table prints it. */
export function cellWords(columns: Column[]): (name: string) => string {
  const headings = new Map<string, string>(allCells(columns, {}).map(({ cell, heading }) => [cell, heading]));
  return name => OWN_WORDS[name] ?? headings.get(name) ?? name.replace(/^other:/, '');
}

const OWN_WORDS: Record<string, string> = {
  state: 'State',
  marking: 'Marking',
  title: 'Title',
  tags: 'Tags',
  accountable: 'Accountable owner',
  contributors: 'Contributors',
  contributor: 'Contributor',
  position: 'Place',
  section: 'Section',
  timing: 'When it is due',
};

export type LineCells = {
  /** The columns of the line's own table. */
  printed: ShownColumn[];
  /** Fields that its table does not have. */
  beside: ShownColumn[];
};

export function cellsOfLine(columns: Column[], line: Pick<Line, 'other'>): LineCells {
  const printed = sectionColumns(columns);
  const beside = allCells(columns, line.other).filter(
    ({ cell }) => !printed.some(column => column.cell === cell),
  );
  return { printed, beside };
}

export const valueIn = (values: LineValues, cell: CellName): string => values[cell] ?? '';

/** What stands over a line's own page: a reference alone says nothing to who comes from a link, so its first words follow. */
export function headingOfLine(
  line: Pick<Line, 'reference' | 'position' | 'what' | 'recommendation'>,
): string {
  const words = (line.what || line.recommendation).replace(/\s+/g, ' ').trim();
  const name = nameOfLine(line);
  return words ? `${name}${name.endsWith(':') ? '' : ':'} ${firstWords(words)}` : name;
}

/** As much as a heading bears, cut between words. */
function firstWords(text: string): string {
  if (text.length <= HEADING) return text;
  const cut = text.slice(0, HEADING);
  return `${cut.slice(0, cut.lastIndexOf(' ') > HEADING / 2 ? cut.lastIndexOf(' ') : HEADING).replace(/[\s,;:.–-]+$/, '')} …`;
}
const HEADING = 70;
