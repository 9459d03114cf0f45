import type { Paragraph, SourceDocument } from '../documents/document.ts';
import { paragraphText } from '../documents/words.ts';
import type { YearFacts } from '../timing/schedule.ts';
import { datedOf, kindOfDocument, periodOf, titleOf } from './document/about.ts';
import { flowOf } from './document/flow.ts';
import { timingFactsOf } from './own-time.ts';
import { type Plan, readPlan } from './plan/read-plan.ts';
import { readClauses } from './prose/clauses.ts';
import type { Corrections, DocumentKind, Reading } from './reading.ts';
import { plain } from './text/plain.ts';

export type ReadingOptions = {
  today: Temporal.PlainDate;
  corrections?: Corrections;
  /** How the body whose document it is divides its year. */
  year?: YearFacts;
};

const NOTHING: Corrections = { columns: [], cells: [] };
/** In these the prose itself binds; in a plan it only introduces the tables. */
const BINDING: DocumentKind[] = ['framework', 'policy'];

/**
 * Reads a plan: its tables become lines, the prose of policies and frameworks becomes clauses, and every other word
 * stands in the remainder. Pure; never throws for odd documents. `today` helps dates without a year.
 * `corrections` are what a person put right, applied by reading again: `at` of a line is the same before and after.
 */
export function readDocument(document: SourceDocument, options: ReadingOptions): Reading {
  const title = titleOf(document);
  const dated = datedOf(document, title.text);
  const period = periodOf(document, title.text);
  const timing = timingFactsOf({ dated, period }, { today: options.today, ownYear: options.year });
  const plan = readPlan(flowOf(document), new Set(title.paragraphs), timing, options.corrections ?? NOTHING);
  const { clauses, left } = readClauses(plan.prose.map(({ paragraph }) => paragraph));
  const kind = kindOfDocument(title.text, plan.lines, clauses);
  const binding = BINDING.includes(kind);
  const asides = document.asides.filter(aside => !title.paragraphs.includes(aside));
  return {
    document: { title: title.text, kind, dated, period },
    clauses: binding ? clauses : [],
    audiences: plan.audiences,
    channels: plan.channels,
    tables: plan.tables,
    ...(plan.registers ? { registers: plan.registers } : {}),
    lines: plan.lines,
    remainder: remainderOf(plan, binding ? new Set(left) : undefined, asides),
    ...(document.identity ? { identity: document.identity } : {}),
  };
}

/** What is left, in the document's order. `only`: the paragraphs that are no clauses; all of them where none are. */
function remainderOf(
  plan: Plan,
  only: Set<Paragraph> | undefined,
  asides: Paragraph[],
): Reading['remainder'] {
  const prose = plan.prose
    .filter(({ paragraph }) => only === undefined || only.has(paragraph))
    .map(({ paragraph, order }) => ({ ...leftover(paragraph), order }));
  const placed = [...plan.leftovers, ...prose].sort((a, b) => a.order - b.order);
  return [...placed.map(({ order: _order, ...one }) => one), ...asides.map(leftover)].filter(one => one.text);
}

const leftover = (paragraph: Paragraph) => ({
  text: plain(paragraphText(paragraph)),
  where: paragraph.where,
});
