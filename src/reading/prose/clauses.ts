import type { Paragraph } from '../../documents/document.ts';
import { isOnlyDate } from '../document/dates.ts';
import { isFurniture } from '../document/furniture.ts';
import { LABEL } from '../document/section-title.ts';
import type { Clause } from '../reading.ts';
import { missingBefore } from '../text/numbering.ts';
import { folded, plain, wordsIn } from '../text/plain.ts';
import { stopsShort } from '../text/sentence.ts';
import { bareNumber, clauseNumber } from './clause-number.ts';
import { whyClause } from './clause-why.ts';
import { contentsOf } from './contents-list.ts';
import { countedOn, withoutCount } from './counted.ts';
import { listItems, whyHeading } from './prose-heading.ts';

/** A heading, and the rule by which it is one. */
type Heading = { paragraph: Paragraph; text: string; why: string };

export type Clauses = { clauses: Clause[]; left: Paragraph[] };

/**
 * The clauses of a policy or framework: each numbered clause, bullet or paragraph under its heading.
 * Contents lists, labels, dates and headings without a clause are left over.
 */
export function readClauses(paragraphs: Paragraph[]): Clauses {
  const contents = contentsOf(paragraphs);
  const listed = listItems(paragraphs);
  const counted = countedOn(paragraphs);
  const clauses: Clause[] = [];
  const left: Paragraph[] = [];
  let heading: Heading | undefined;
  let headingUsed = true;
  const closeHeading = () => {
    if (heading && !headingUsed) left.push(heading.paragraph);
  };
  paragraphs.forEach((paragraph, index) => {
    if (contents.has(paragraph) || isAside(paragraph)) {
      left.push(paragraph);
      return;
    }
    const why = listed.has(paragraph) || counted.has(paragraph) ? undefined : whyHeading(paragraphs, index);
    if (why) {
      closeHeading();
      heading = { paragraph, text: headingText(paragraph), why };
      headingUsed = false;
    } else {
      clauses.push(clauseOf(paragraph, heading, listed.has(paragraph), counted.get(paragraph)));
      headingUsed = true;
    }
  });
  closeHeading();
  return { clauses: withDoubts(clauses), left };
}

function withDoubts(clauses: Clause[]): Clause[] {
  const missing = missingBefore(clauses.map(({ number }) => number ?? undefined));
  return clauses.map((clause, index) => {
    const doubt = [
      missing[index] && `${missing[index]} is missing before it: was it left out?`,
      stopsShort(clause.text) &&
        wordsIn(clause.text).length >= 5 &&
        'the text stops in the middle: was it cut in the source?',
    ].filter(Boolean);
    return doubt.length ? { ...clause, doubt: doubt.join(' ') } : clause;
  });
}

function clauseOf(
  paragraph: Paragraph,
  heading: Heading | undefined,
  listed: boolean,
  counted: string | undefined,
): Clause {
  const text = plain(paragraph.text);
  const own = counted ? { number: counted, rest: withoutCount(text) } : clauseNumber(text);
  const marked = paragraph.marker && paragraph.marker !== '•' ? bareNumber(paragraph.marker) : null;
  return {
    number: marked ?? own?.number ?? null,
    heading: heading?.text ?? '',
    text: marked ? text : (own?.rest ?? text),
    why: whyClause({ paragraph, marked, own: own?.number, listed }),
    ...(heading ? { whyHeading: heading.why } : {}),
  };
}

const headingText = (paragraph: Paragraph) =>
  plain(
    paragraph.marker && paragraph.marker !== '•' ? `${paragraph.marker} ${paragraph.text}` : paragraph.text,
  );

/** Not the document's own prose: addresses, page numbers, dates, labels waiting to be filled in. */
function isAside(paragraph: Paragraph): boolean {
  const small = folded(paragraph.text);
  const label =
    /:$/.test(small) &&
    wordsIn(small).length <= 3 &&
    paragraph.marker === undefined &&
    paragraph.level === undefined;
  return (
    isFurniture(small) || isOnlyDate(small) || label || (LABEL.test(small) && wordsIn(small).length <= 10)
  );
}
