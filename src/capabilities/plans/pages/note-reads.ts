import type { Within } from '../../../platform/database/database.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { type MarkedRead, noteMarkedReads, type Way } from '../../../platform/privacy/marked-reads.ts';
import { markedIn, type ShownLine, type ShownPlan } from '../rules/marked.ts';

/** Writes down that the visitor was shown what is marked, in the transaction that found it; nothing where nothing is. */
export const noteReads = (
  within: Within,
  { now, today }: SignedInVisit,
  records: MarkedRead[],
  way: Way,
): Promise<void> => noteMarkedReads(within, { records, way }, { now: now(), today: today() });

/** The same for a page of a plan, with those of its lines that it lists. */
export async function notePlanReads(
  within: Within,
  visit: SignedInVisit,
  plan: ShownPlan,
  lines: readonly ShownLine[] = [],
): Promise<void> {
  const records = markedIn({ plans: [plan], lines });
  const of = (kind: string) => records.filter(({ subject }) => subject.kind === kind);
  await noteReads(within, visit, of('plan'), 'page');
  await noteReads(within, visit, of('line'), 'list');
}
