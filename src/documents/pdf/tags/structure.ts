import type { PdfPage } from '../load.ts';

/** A cell as the structure of a tagged document has it: which content of one page stands in it. */
export type TaggedCell = { heads: boolean; content: number[] };

/** A table of the structure, whole on every page that it reaches, with the content of that page. */
export type TaggedRows = TaggedCell[][];

/** What the structure of a tagged document (ISO 32000-1, 14.7) says of a page. */
export type PageTags = {
  tables: TaggedRows[];
  /** Of content that is a heading, its level. */
  headings: Map<number, number>;
  /** How many elements were looked through. */
  elements: number;
};

type Element = Awaited<ReturnType<PdfPage['getStructTree']>>;
type Child = Element['children'][number];

/** Where the content of the page itself begins to be numbered; drawings placed on it count by themselves. */
const pageName = ({ ref }: PdfPage): string => (ref ? `p${ref.num}R${ref.gen || ''}_mc` : 'none');

/** Damaged files hold structures that are nested without end. */
const DEEPEST = 60;

/** The tables of the structure on a page, in its order. */
export async function tagsOf(page: PdfPage): Promise<PageTags> {
  const tags: PageTags = { tables: [], headings: new Map(), elements: 0 };
  const root: Element | null = await page.getStructTree();
  if (root) gather(root, pageName(page), tags, 0);
  return tags;
}

const isElement = (child: Child): child is Element => 'role' in child;
const elementsIn = (element: Element): Element[] => element.children.filter(isElement);

function gather(element: Element, name: string, tags: PageTags, depth: number): void {
  tags.elements++;
  if (depth > DEEPEST) return;
  if (element.role === 'Table') {
    const rows = rowsOf(element).map(row => elementsIn(row).map(cell => cellOf(cell, name, tags)));
    // A table inside a cell makes its table one of places, not of rows and columns.
    if (!rowsOf(element).some(row => holds(row, 'Table', depth))) tags.tables.push(rows);
    return;
  }
  const level = /^H([1-6])$/.exec(element.role)?.[1];
  if (level)
    for (const content of contentOf(element, name, tags, 0)) tags.headings.set(content, Number(level));
  else for (const child of elementsIn(element)) gather(child, name, tags, depth + 1);
}

const ROW_GROUPS = ['THead', 'TBody', 'TFoot', 'NonStruct'];

const rowsOf = (element: Element): Element[] =>
  elementsIn(element).flatMap(child =>
    child.role === 'TR' ? [child] : ROW_GROUPS.includes(child.role) ? elementsIn(child).filter(isRow) : [],
  );

const isRow = ({ role }: Element): boolean => role === 'TR';

function holds(element: Element, role: string, depth: number): boolean {
  return (
    depth < DEEPEST && elementsIn(element).some(child => child.role === role || holds(child, role, depth + 1))
  );
}

function cellOf(cell: Element, name: string, tags: PageTags): TaggedCell {
  return { heads: cell.role === 'TH', content: contentOf(cell, name, tags, 0) };
}

function contentOf(element: Element, name: string, tags: PageTags, depth: number): number[] {
  tags.elements++;
  return element.children.flatMap(child => {
    if (isElement(child)) return depth < DEEPEST ? contentOf(child, name, tags, depth + 1) : [];
    const number = 'id' in child && child.id.startsWith(name) ? Number(child.id.slice(name.length)) : NaN;
    return Number.isInteger(number) ? [number] : [];
  });
}
