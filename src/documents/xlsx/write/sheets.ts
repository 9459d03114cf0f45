import type { DocumentOut, SectionOut, TableOut } from '../../document-out.ts';
import { sheetNames } from './sheet-names.ts';

/** What goes onto one sheet: tables of one shape under one row of headings, or prose. */
export type SheetOut = { name: string; first: boolean; parts: SheetPart[]; prose: SectionOut[] };

/** A table with the title of its section. */
export type SheetPart = { title: string; table: TableOut };

/** The sheets of a workbook: one for each stretch of tables of one shape, and one for what stands in no table. */
export function sheetsOf({ sections }: DocumentOut): SheetOut[] {
  const groups = groupsOf(sections);
  const prose = sections.filter(section => section.paragraphs.length);
  const all = [
    ...groups.map(parts => ({ wanted: nameOf(parts), parts, prose: [] })),
    ...(prose.length || !groups.length ? [{ wanted: PROSE, parts: [], prose }] : []),
  ];
  const names = sheetNames(all.map(({ wanted }) => wanted));
  return all.map(({ parts, prose: texts }, index) => ({
    name: names[index]!,
    first: index === 0,
    parts,
    prose: texts,
  }));
}

const PROSE = 'Also in the document';

function groupsOf(sections: SectionOut[]): SheetPart[][] {
  const groups: SheetPart[][] = [];
  for (const { heading, tables } of sections) {
    for (const table of tables) {
      const last = groups.at(-1);
      if (last && sameHeadings(last[0]!.table, table)) last.push({ title: heading, table });
      else groups.push([{ title: heading, table }]);
    }
  }
  return groups;
}

const sameHeadings = (one: TableOut, other: TableOut) =>
  one.headings.length === other.headings.length &&
  one.headings.every((heading, index) => heading === other.headings[index]);

/** A lone section gives its sheet a name; several have theirs as rows of it. */
const nameOf = ([first, ...more]: SheetPart[]): string => (more.length ? '' : first!.title);
