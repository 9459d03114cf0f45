import type { Paragraph } from '../../document.ts';
import { gapsOf } from '../unruled/gaps.ts';
import { type Line, lineText } from '../words/line.ts';

/** The lines of a page that are not in a table, and how high the page is. */
export type FlowPage = { height: number; lines: Line[]; where: string };

/** Shares of the page's height in which running headers and footers stand. */
const TOP = 0.16;
const BOTTOM = 0.84;
/** Points by which the same footer may stand elsewhere on another page. */
const SAME_PLACE = 6;
const PAGE_OF = /\bpage\s*\d{1,3}\s*(?:of|\/)\s*\d{1,3}\b/i;

/** The share of the pages on which a line must stand to be repeated. */
const SHARE = 0.4;

const PAGE_NUMBER = /^(?:page\s*)?[-–]?\s*(?:\d{1,3}|[ivx]{1,5})\s*[-–]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i;

/** Takes running headers, footers and page numbers out of the pages' lines; each wording is given back once. */
export function withoutFurniture<Page extends FlowPage>(
  pages: Page[],
): { pages: Page[]; asides: Paragraph[] } {
  const asides = new Map<string, Paragraph>();
  const kept = pages.map(page => {
    const found = furnitureOf(page, pages);
    for (const line of found) {
      const text = lineText(line.words, true);
      const where = line.y < page.height / 2 ? 'header' : 'footer';
      if (!asides.has(wordingOf(line))) asides.set(wordingOf(line), { kind: 'paragraph', text, where });
    }
    return { ...page, lines: page.lines.filter(line => !found.includes(line)) };
  });
  return { pages: kept, asides: [...asides.values()] };
}

/** From the upper and from the lower edge on, lines that other pages repeat, up to the first that none does. */
function furnitureOf(page: FlowPage, pages: FlowPage[]): Line[] {
  const top = page.lines.filter(line => line.y < page.height * TOP);
  const bottom = page.lines.filter(line => line.y > page.height * BOTTOM).reverse();
  const isFurniture = (line: Line) =>
    isPageNumber(line, page) ||
    (isArtifact(line) && !isTableHeading(line, page, pages)) ||
    (pages.length === 1 && isSetAbove(line, page)) ||
    (isRepeated(line, page, pages) && !isTableHeading(line, page, pages));
  return [...leading(top, isFurniture), ...leading(bottom, isFurniture)];
}

function leading(lines: Line[], test: (line: Line) => boolean): Line[] {
  const end = lines.findIndex(line => !test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

/** The file itself says that the line is no part of the text. */
const isArtifact = (line: Line) => line.words.every(word => word.artifact);

/** The words of a line without what counts pages. */
const wordingOf = (line: Line) => lineText(line.words).toLowerCase().replace(/\d+/g, '#');

function isRepeated(line: Line, page: FlowPage, pages: FlowPage[]): boolean {
  const others = pages.filter(
    other => other !== page && other.lines.some(one => isSame(line, page, one, other)),
  );
  return others.length > 0 && others.length + 1 >= SHARE * pages.length;
}

/** The headings of a table without lines are repeated too, but stand elsewhere where the table begins, or above its rows. */
function isTableHeading(line: Line, page: FlowPage, pages: FlowPage[]): boolean {
  const at = page.lines.indexOf(line);
  const [next, last] = page.lines.slice(at + 1, at + 3);
  // The first line of a heading may stand by itself, where others have one, or stand half way between two.
  if (next && goesOnIn(line, next) && headsRows(next, page)) return true;
  if (next && last && goesOnIn(line, next) && isNear(next, last) && headsRows(last, page)) return true;
  if (gapsOf(line).length < 2) return false;
  if (headsRows(line, page)) return true;
  // On one page alone a column may be empty below its heading, or the table begin further down.
  return pages.some(other =>
    other.lines.some(
      one =>
        wordingOf(one) === wordingOf(line) && (!isSame(line, page, one, other) || headsCells(one, other)),
    ),
  );
}

/** As a share of the size: the next line of one heading stands no further down. */
const LINE = 1.4;

const goesOnIn = (line: Line, next: Line): boolean =>
  isNear(line, next) && Math.abs(line.x0 - next.x0) > ALIGNED;

const isNear = (line: Line, next: Line): boolean =>
  next.y - line.y < LINE * line.size && Math.abs(next.size - line.size) < 0.5 && next.bold === line.bold;

/** As a share of the size: so far below headings their rows begin, at the latest. */
const RIGHT_BELOW = 8;
/** Points within which the words of a row begin where its headings do. */
const ALIGNED = 2;

/** Words right below begin where words of the line begin behind its gaps. */
const headsRows = (line: Line, page: FlowPage) =>
  standsOver(line, page, other => other.words.map(word => word.x0));

/** The same, where lines begin or go on behind a gap: among many pages, some word of running text begins anywhere. */
const headsCells = (line: Line, page: FlowPage) =>
  standsOver(line, page, other => [other.x0, ...placesIn(other)]);

const placesIn = (line: Line): number[] => gapsOf(line).map(gap => gap.to);

function standsOver(line: Line, page: FlowPage, begins: (line: Line) => number[]): boolean {
  const places = placesIn(line);
  const below = page.lines.filter(other => other.y > line.y && other.y - line.y < RIGHT_BELOW * line.size);
  const starts = below.flatMap(begins);
  const begun = places.filter(place => starts.some(start => Math.abs(start - place) < ALIGNED));
  return begun.length > 1 && begun.length * 2 > places.length;
}

function isSame(line: Line, page: FlowPage, other: Line, otherPage: FlowPage): boolean {
  const fromTop = Math.abs(line.y - other.y) <= SAME_PLACE;
  const fromBottom = Math.abs(page.height - line.y - otherPage.height + other.y) <= SAME_PLACE;
  return (fromTop || fromBottom) && wordingOf(line) === wordingOf(other);
}

/** As a share of the page's height, and of the size of a line. */
const MARGIN = 0.08;
const SET_OFF = 2;

/** What a single page would repeat, did it have others: a first line in the margin, smaller than all that follows. */
function isSetAbove(line: Line, page: FlowPage): boolean {
  const [first, second] = page.lines;
  if (line !== first || !second || line.y > page.height * MARGIN) return false;
  const below = page.lines.slice(1).filter(other => other.y < page.height * (1 - MARGIN));
  return second.y - line.y > SET_OFF * line.size && below.every(other => other.size > SMALLER * line.size);
}

/** So much larger are the words below. */
const SMALLER = 1.08;

/** A lone page number needs no other page to be one. */
const isPageNumber = (line: Line, page: FlowPage) =>
  (PAGE_NUMBER.test(lineText(line.words)) && (line.y > page.height * 0.9 || line.y < page.height * 0.07)) ||
  (PAGE_OF.test(lineText(line.words)) && line.words.length < 16);
