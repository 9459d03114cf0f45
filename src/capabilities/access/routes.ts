import type { Routes } from '../../platform/http/capability.ts';
import { redirect } from '../../platform/http/visit.ts';
import type { Door } from './door.ts';
import { newOrganisationPage } from './pages/new-organisation/page.ts';
import { organisationsPage } from './pages/organisations/page.ts';
import { accountRoutes } from './routes-account.ts';
import { routesIn } from './routes-in.ts';
import { peopleRoutes } from './routes-people.ts';
import { signOnRoutes } from './sign-on/routes.ts';

/** The ways in, accounts, and who may do what. */
export function mountAccess(routes: Routes, door: Door): void {
  const parted = [signOnRoutes(door), routesIn(door), accountRoutes(door), peopleRoutes(door)];
  const organisations = organisationsPage(door);
  const newOrganisation = newOrganisationPage(door);
  for (const part of parted) part(routes);
  routes.get('/', 'anywhere', () => redirect('/today'));
  routes.arriving('GET', '/organisations', organisations.show);
  routes.arriving('POST', '/organisations', organisations.choose);
  routes.arriving('GET', '/organisations/new', newOrganisation.show);
  routes.arriving('POST', '/organisations/new', newOrganisation.found);
  routes.arriving('POST', '/organisations/sample', newOrganisation.foundSample);
}
