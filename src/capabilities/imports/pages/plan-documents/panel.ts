import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import { documentsOfPlan } from '../../queries/edition/documents.ts';

/** On a plan's history: the documents that it came from, each with the way to take it back. */
export const planDocuments: Panel = async (within, { plan = '', zone = '' }) => {
  const documents = await documentsOfPlan(within, plan);
  return documents.length ? renderView('imports/pages/plan-documents/panel.njk', { documents, zone }) : '';
};
