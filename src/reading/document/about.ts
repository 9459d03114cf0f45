import type { Paragraph, SourceDocument } from '../../documents/document.ts';
import { paragraphText } from '../../documents/words.ts';
import type { Clause, DocumentKind, ReadLine } from '../reading.ts';
import { folded, plain, wordsIn } from '../text/plain.ts';
import { bareYear, fullDate, isOnlyDate, monthAndYear, type Period, periodIn } from './dates.ts';
import { LABEL } from './section-title.ts';

/** Paragraphs that stand alone at the top may be the title; deeper ones are headings. */
const NEAR_TOP = 14;

export type Title = { text: string; paragraphs: Paragraph[] };

/** Below this the likeliest paragraph is a sentence, a date or an address, and the document has no title. */
const WORST = -2.5;

/** The title: the paragraph near the top that most looks like one, with neighbours that are parts of it. */
export function titleOf(document: SourceDocument): Title {
  const top: Paragraph[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table' || top.length >= NEAR_TOP) break;
    top.push(block);
  }
  const pool = top.length
    ? top
    : document.asides.filter(aside => aside.where === 'text box' || aside.where === 'header').slice(0, 4);
  const scored = pool.map((paragraph, index) => ({ index, score: titleLikeness(paragraph, index) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  const chosen = best && pool[best.index];
  if (!best || !chosen || best.score <= WORST) return { text: '', paragraphs: [] };
  const paragraphs = withParts(pool, best.index);
  return { text: paragraphs.map(part => plain(paragraphText(part))).join(' '), paragraphs };
}

const NAMES =
  /\b(?:plan|strategy|framework|policy|protocols?|tracker|recommendations|programme|code|charter|calendar|schedule|guidelines|guidance|matrix|report|review|response)\b/;
/** The name of the body itself, often above the title. */
const NAMES_BODY =
  /\b(?:council|committee|panel|board|trust|authority|service|group|association|borough of [\w ]+|partnership|constabulary|police)$/;
const TOPICS =
  /\b(?:communications?|comms|engagement|media|scrutiny|action|marketing|consultation|publicity|stakeholder|campaign|press)\b/;

function titleLikeness(paragraph: Paragraph, index: number): number {
  const small = folded(paragraph.text);
  const length = wordsIn(small).length;
  let score = 1.5 - index * 0.35;
  if (paragraph.role === 'title') score += 5;
  // One name among several: it titles what stands on its sheet.
  if (paragraph.role === 'sheet') score -= 9;
  if (paragraph.role === 'contents' || /^(?:table of )?contents$/.test(small)) score -= 9;
  if (paragraph.level !== undefined) score += 2.5 - paragraph.level * 0.5;
  if (paragraph.bold) score += 0.8;
  if (NAMES.test(small)) score += 3;
  if (TOPICS.test(small)) score += 1.5;
  if (length > 22 || /[.;]$/.test(small)) score -= 6;
  if (length === 0 || isOnlyDate(paragraph.text) || /^(?:www\.|https?:)/.test(small)) score -= 9;
  if (LABEL.test(small)) score -= 6;
  if (NAMES_BODY.test(small)) score -= 2;
  if (/^\(?\d+[.)]?\s/.test(small) || paragraph.marker !== undefined) score -= 3;
  if (/^appendix|^annex|^agenda item|^official|^not protectively|^restricted|^draft$/.test(small)) score -= 3;
  return score;
}

/** Words. Lines of a title that was set large are no longer. */
const SHORT_LINE = 3;
const MOST_LINES = 6;

/** A title set over several lines: its neighbours of the same rank, in text those on the lines right above and below. */
function withParts(pool: Paragraph[], index: number): Paragraph[] {
  const chosen = pool[index];
  if (!chosen) return [];
  const belongs = (other: Paragraph | undefined, beside: Paragraph | undefined): boolean =>
    other !== undefined &&
    beside !== undefined &&
    other.level === chosen.level &&
    other.role === chosen.role &&
    (chosen.role === 'title' || (isShort(chosen) && isShort(other))) &&
    (chosen.level !== undefined || chosen.role !== undefined || onNextLine(other, beside)) &&
    mayBelong(other.text) &&
    other.marker === undefined;
  let first = index;
  let last = index;
  while (belongs(pool[first - 1], pool[first])) first--;
  while (belongs(pool[last + 1], pool[last])) last++;
  // Many headings in a row are a list of contents, not one title.
  return last - first >= MOST_LINES ? [chosen] : pool.slice(first, last + 1);
}

const isShort = (paragraph: Paragraph) => wordsIn(paragraph.text).length <= SHORT_LINE;

const mayBelong = (text: string) =>
  !/^\(?\d+[.)]|:$|^www\.|^https?:|[.;]$/.test(text) &&
  !(isOnlyDate(text) && !periodIn(text)) &&
  !/contents$/i.test(text);

const lineNumber = (paragraph: Paragraph) => Number(/^line (\d+)$/.exec(paragraph.where)?.[1] ?? Number.NaN);
const onNextLine = (one: Paragraph, other: Paragraph) => Math.abs(lineNumber(one) - lineNumber(other)) === 1;

/** Notes on cells and hidden lists are full of dates that are not the document's own. */
const printedAsides = (document: SourceDocument) =>
  document.asides.filter(aside => !/^(?:note|comment|hidden)\b/.test(aside.where));

const CUE =
  /\b(?:updated?|as at|as of|version|agreed|approved|published|issued|dated?|adopted|produced|revised|correct|position|cabinet|committee|council|panel|board|meeting|edition|draft|final|refreshed|amended|prepared|compiled|presented)\b/;
/** "Ashmere Town Council, 2022" under a title: a short line that ends with a date. */
const ENDS_WITH_DAY =
  /[,|(–-]\s*(?:\d{1,2} )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )?20\d\d\)?$/;
const UNDER_TITLE = 6;
const NOT_ITS_DATE = /\bnext review|\breview date|\bexpir|\bdue\b|\bborn\b/;

/** "Cabinet agreed charges on 12 December 2024.": a sentence about something else than the document itself. */
const tellsOfAnother = (text: string): boolean =>
  /[.!?](?:\s|$)/.test(text.replace(/\bv\d+\.|\b\p{Lu}?\p{L}{1,3}\.(?=\s\d)/gu, ' ')) &&
  !OF_ITSELF.test(folded(text));
const OF_ITSELF =
  /^(?:this|the (?:plan|policy|strategy|framework|protocol|document|tracker|report)|[\w' ]{0,20}\b(?:updated?|as at|as of|version|approved|published|issued|dated?|adopted|produced|revised|correct|refreshed|amended|prepared|compiled|presented))\b/;

/** The date that the document bears: in its title, by itself near the top or at the very end, or after "updated". */
export function datedOf(document: SourceDocument, title: string): string | null {
  const paragraphs = document.blocks.filter(block => block.kind === 'paragraph');
  const under = paragraphs.slice(0, UNDER_TITLE).map(paragraph => paragraph.text);
  const near = [...paragraphs.slice(0, NEAR_TOP), ...printedAsides(document), ...paragraphs.slice(-3)].map(
    paragraph => paragraph.text,
  );
  const bearing = near.filter(
    text =>
      wordsIn(text).length <= 16 &&
      !NOT_ITS_DATE.test(folded(text)) &&
      !tellsOfAnother(text) &&
      (isOnlyDate(text) ||
        CUE.test(folded(text)) ||
        (under.includes(text) && ENDS_WITH_DAY.test(folded(text)))),
  );
  const said = [title, ...bearing].filter(text => !periodIn(text));
  for (const text of said) {
    const date = fullDate(text) ?? monthAndYear(text);
    if (date) return date;
  }
  return said.map(bareYear).find(year => year !== undefined) ?? null;
}

/** The period that the plan covers, from its title or a short line near the top. */
export function periodOf(document: SourceDocument, title: string): Period | null {
  const near = document.blocks
    .slice(0, NEAR_TOP)
    .filter(block => block.kind === 'paragraph')
    .map(block => block.text)
    .filter(text => wordsIn(text).length <= 12);
  return (
    [title, ...near, ...printedAsides(document).map(aside => aside.text)]
      .map(periodIn)
      .find(period => period !== undefined) ?? null
  );
}

/** What kind of document it is: by its title first, then by what its lines answer and how much of it is clauses. */
export function kindOfDocument(title: string, lines: ReadLine[], clauses: Clause[]): DocumentKind {
  const small = folded(title);
  const recommended = lines.filter(
    line => line.recommendation || /^rec/.test(folded(line.reference ?? '')),
  ).length;
  const answers =
    recommended > lines.length / 2 || (recommended > 0 && /\brecommendations?\b|\bscrutiny\b/.test(small));
  if (lines.length && answers) return 'recommendation-tracker';
  if (/\bframework\b/.test(small)) return 'framework';
  const plan =
    /\b(?:action |communications? |delivery |engagement |campaign )?plan\b|\btracker\b|\bmatrix\b/.test(
      small,
    );
  if (!plan && POLICIES.test(small) && clauses.length >= lines.length) return 'policy';
  if (!plan && /\bstrategy\b|\bprinciples\b|\bcharter\b/.test(small) && clauses.length > 4)
    return 'framework';
  if (lines.length) return /\brecommendations?\b/.test(small) ? 'recommendation-tracker' : 'stakeholder-plan';
  return clauses.filter(clause => clause.number).length > 3 ? 'policy' : 'unknown';
}

const POLICIES = /\bpolic(?:y|ies)\b|\bprotocols?\b|\bcode of\b|\bguidelines\b|\bstandards\b|\bprocedures?\b/;
