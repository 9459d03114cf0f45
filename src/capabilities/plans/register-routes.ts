import type { Routes } from '../../platform/http/capability.ts';
import { lineLinksPage, saveLineLink } from './pages/line-links/page.ts';
import { unknownAudiencesPage } from './pages/unknown-audiences/page.ts';

/** Where lines meet the registers of audiences, channels and clauses. */
export function mountRegisterLinks({ get, post }: Routes): void {
  get('/audiences/unknown', 'viewer', unknownAudiencesPage);
  get('/plans/:plan/lines/:line/links', 'editor', lineLinksPage);
  post('/plans/:plan/lines/:line/links', 'editor', saveLineLink);
}
