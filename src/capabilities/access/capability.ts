import type { Capability } from '../../platform/http/capability.ts';
import { redirect } from '../../platform/http/visit.ts';
import { clearEndedDaily } from './clear-ended-job.ts';
import { type AccessParts, openDoor } from './door.ts';
import { forgetSignIns } from './jobs.ts';
import { ACCESS_MESSAGES } from './messages.ts';
import { ORGANISATION_PAGES } from './organisation-pages.ts';
import { newOrganisationPage } from './pages/new-organisation/page.ts';
import { organisationsPage } from './pages/organisations/page.ts';
import { ACCESS_DATA } from './personal.ts';
import { accountRoutes } from './routes-account.ts';
import { routesIn } from './routes-in.ts';
import { peopleRoutes } from './routes-people.ts';
import { SIGN_ON_MESSAGES } from './sign-on/messages.ts';
import { signOnRoutes } from './sign-on/routes.ts';

export type { AccessParts } from './door.ts';

export function accessCapability(parts: AccessParts): Capability {
  const door = openDoor(parts);
  const parted = [signOnRoutes(door), routesIn(door), accountRoutes(door), peopleRoutes(door)];
  const organisations = organisationsPage(door);
  const newOrganisation = newOrganisationPage(door);
  return {
    name: 'access',
    personal: ACCESS_DATA,
    organisationPages: ORGANISATION_PAGES,
    messages: [...ACCESS_MESSAGES, ...SIGN_ON_MESSAGES],
    timed: [clearEndedDaily(parts.database), forgetSignIns(parts.database, parts.settings.signInDays)],
    routes: routes => {
      for (const part of parted) part(routes);
      routes.get('/', 'anywhere', () => redirect('/plans'));
      routes.arriving('GET', '/organisations', organisations.show);
      routes.arriving('POST', '/organisations', organisations.choose);
      routes.arriving('GET', '/organisations/new', newOrganisation.show);
      routes.arriving('POST', '/organisations/new', newOrganisation.found);
      routes.arriving('POST', '/organisations/sample', newOrganisation.foundSample);
    },
  };
}
