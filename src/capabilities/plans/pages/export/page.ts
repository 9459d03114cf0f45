import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { planToExport } from '../../queries/export.ts';
import { exportFileName } from '../../rules/export/file-name.ts';
import { planIdOf } from '../which.ts';
import { writeInThread } from './writing-thread.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The plan as a Word document, for the committee that wants its table back. */
export async function exportPlan(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const plan = id && (await visit.within(within => planToExport(within, id)));
  if (!plan) return notFound;
  const written = await writeInThread(plan, { by: visit.who.organisation.name, at: visit.now() });
  if (!written) return redirect(`/plans/${id}`, TOO_LONG);
  return {
    kind: 'file',
    name: exportFileName(plan.title, written.marking),
    mediaType: WORD,
    content: written.content,
  };
}

const TOO_LONG =
  'This plan has more lines than one Word document can be given in a minute, so none was written. Nothing of the plan is changed.';
