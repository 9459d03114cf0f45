import type { Capability } from '../../platform/http/capability.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { acceptEditionJob } from './accept-edition-job.ts';
import { compareEditionJob } from './compare-edition-job.ts';
import { deleteReadingsDaily } from './delete-readings-job.ts';
import { readDocumentJob } from './jobs.ts';
import { planDocuments } from './pages/plan-documents/panel.ts';
import { IMPORT_DATA } from './personal.ts';
import { sample } from './sample.ts';
import { undoEditionJob } from './undo-edition-job.ts';

/** From a document to a plan, checked by a person. */
export function importsCapability({ settings }: { settings: Pick<Settings, 'uploadLimit'> }): Capability {
  return {
    name: 'imports',
    personal: IMPORT_DATA,
    timed: [deleteReadingsDaily],
    jobs: [readDocumentJob, compareEditionJob, acceptEditionJob, undoEditionJob],
    panels: { 'documents-of-plan': planDocuments },
    sample,
    routes: async routes => (await import('./routes.ts')).mountReadings(routes, settings.uploadLimit),
  };
}
