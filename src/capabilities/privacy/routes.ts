import type { Routes } from '../../platform/http/capability.ts';
import { proven } from '../../platform/http/prove.ts';
import { showReads } from './pages/reads/page.ts';
import { registerPage } from './pages/register/page.ts';
import { somebodyPage } from './pages/somebody/page.ts';
import type { PrivacyParts } from './parts.ts';

const SOMEBODY = '/organisation/privacy/somebody';

/** What is kept of people, who read what is marked, and what is done for somebody who asks. */
export function mountPrivacy(routes: Routes, parts: PrivacyParts): void {
  const somebody = somebodyPage(parts);
  routes.get('/organisation/privacy', 'administrator', registerPage(parts));
  routes.get('/organisation/privacy/reads', 'administrator', showReads);
  routes.get(SOMEBODY, 'administrator', proven(somebody.here, somebody.show));
  routes.post(`${SOMEBODY}/access`, 'administrator', proven(somebody.here, somebody.access));
  routes.post(`${SOMEBODY}/erase`, 'administrator', proven(somebody.here, somebody.erase));
}
