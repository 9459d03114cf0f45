import type { Paragraph, SourceDocument } from '../documents/document.ts';
import { paragraphText } from '../documents/words.ts';
import type { TimingFacts } from '../timing/schedule.ts';
import { datedOf, kindOfDocument, periodOf, titleOf } from './document/about.ts';
import { flowOf } from './document/flow.ts';
import { readPlan } from './plan/read-plan.ts';
import type { Corrections, Reading } from './reading.ts';
import { plain } from './text/plain.ts';

export type ReadingOptions = { today: Temporal.PlainDate; corrections?: Corrections };

const NOTHING: Corrections = { columns: [], cells: [] };

/**
 * Reads a plan: its tables become lines, and every other word stands in the remainder. Pure; never throws for odd documents.
 * `today` helps dates without a year. `corrections` are what a person put right, applied by reading again:
 * `at` of a line is the same before and after.
 */
export function readDocument(document: SourceDocument, options: ReadingOptions): Reading {
  const title = titleOf(document);
  const dated = datedOf(document, title.text);
  const period = periodOf(document, title.text);
  const timing = timingFacts(options.today, dated, period);
  const plan = readPlan(flowOf(document), new Set(title.paragraphs), timing, options.corrections ?? NOTHING);
  const asides = document.asides.filter(aside => !title.paragraphs.includes(aside)).map(leftover);
  return {
    document: { title: title.text, kind: kindOfDocument(title.text, plan.lines, 0), dated, period },
    clauses: [],
    audiences: plan.audiences,
    channels: plan.channels,
    tables: plan.tables,
    lines: plan.lines,
    remainder: [...plan.remainder, ...asides],
  };
}

const leftover = (paragraph: Paragraph) => ({
  text: plain(paragraphText(paragraph)),
  where: paragraph.where,
});

/** A document's own date, else the start of its period, gives the year to dates without one. */
function timingFacts(
  today: Temporal.PlainDate,
  dated: string | null,
  period: Reading['document']['period'],
): TimingFacts {
  const year = Number((dated ?? period?.from ?? '').slice(0, 4));
  return { today, ...(year ? { documentYear: year } : {}) };
}
