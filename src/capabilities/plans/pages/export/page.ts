import { writeDocx } from '../../../../documents/docx/write.ts';
import { type Answer, notFound, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { planToExport } from '../../queries/export.ts';
import { documentOf } from '../../rules/export/document.ts';
import { exportFileName } from '../../rules/export/file-name.ts';
import { planIdOf } from '../which.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The plan as a Word document, for the committee that wants its table back. */
export async function exportPlan(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const plan = id && (await visit.within(within => planToExport(within, id)));
  if (!plan) return notFound;
  const document = documentOf(plan, { by: visit.who.organisation.name, at: visit.now() });
  return {
    kind: 'file',
    name: exportFileName(plan.title, document.marking),
    mediaType: WORD,
    content: await writeDocx(document),
  };
}
