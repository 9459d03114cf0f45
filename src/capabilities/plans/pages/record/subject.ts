import type { Within } from '../../../../platform/database/database.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { lineInPlan } from '../../queries/line.ts';
import { planHead } from '../../queries/plan.ts';
import { nameOfLine } from '../cells.ts';
import { mayHere, mayUpdate } from '../updating.ts';
import { lineIdOf, planIdOf } from '../which.ts';

/** What a comment or a file is put with: a line, or a plan as a whole. */
export type RecordSubject = {
  kind: 'plan' | 'line';
  id: string;
  title: string;
  /** The page on which its comments and files stand. */
  href: string;
  /** Whether the visitor may put files with it and take them away. */
  mayKeepFiles: boolean;
};

/** The plan or line that an address names, where it is there. */
export async function subjectOf(within: Within, visit: SignedInVisit): Promise<RecordSubject | undefined> {
  const plan = planIdOf(visit);
  if (!plan) return undefined;
  if (visit.params.line === undefined) {
    const head = await planHead(within, plan);
    const mayKeepFiles = mayHere(visit, 'change-plan');
    if (!head) return undefined;
    return {
      kind: 'plan',
      id: plan,
      title: head.title,
      href: `/plans/${plan}/comments`,
      mayKeepFiles,
    };
  }
  const id = lineIdOf(visit);
  const found = id && (await lineInPlan(within, plan, id));
  if (!found) return undefined;
  const title = `${nameOfLine(found.line)} – ${found.plan.title}`;
  const mayKeepFiles = await mayUpdate(within, visit, found);
  return { kind: 'line', id, title, href: `/plans/${plan}/lines/${id}`, mayKeepFiles };
}

/** The same, its row held until the transaction ends, so that its history has one writer at a time. */
export async function heldSubject(within: Within, visit: SignedInVisit): Promise<RecordSubject | undefined> {
  const subject = await subjectOf(within, visit);
  const held =
    subject &&
    (await within.db
      .selectFrom(subject.kind === 'plan' ? 'plans' : 'lines')
      .select('id')
      .where('id', '=', subject.id)
      .forUpdate()
      .executeTakeFirst());
  return held && subject;
}
