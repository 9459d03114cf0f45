import type { Capability } from '../../platform/http/capability.ts';
import { directoryHandsOver } from './actions/hand-over.ts';
import type { DirectoryParts } from './directory-parts.ts';
import { directoryRoutes } from './directory-routes.ts';
import type { OwnerParts } from './keeps-owners.ts';
import { handingOver } from './leaving-jobs.ts';
import { ORGANISATION_PAGES } from './organisation-pages.ts';
import { saveCalendar, showCalendar } from './pages/calendar/page.ts';
import { mergeOwnerPage } from './pages/merge-owner/page.ts';
import { type OrganisationParts, organisationPage } from './pages/organisation/page.ts';
import { postAgain, postEnd, postUndoMerge } from './pages/owner/acts.ts';
import { ownerPage } from './pages/owner/page.ts';
import { ownersPage } from './pages/owners/page.ts';
import { postClosedDays, postRemoveClosedDays, saveWorkingDays } from './pages/working-days/acts.ts';
import { showWorkingDays } from './pages/working-days/page.ts';
import { ORGANISATION_DATA } from './personal.ts';
import { places } from './places.ts';
import { samplePeople } from './sample-people.ts';
import { peopleIn } from './tables-in/people.ts';

/** A public body in the installation, and who answers for what it promises. What follows its owners is given by `app/`. */
export function organisationsCapability(
  parts: OwnerParts & Omit<DirectoryParts, 'owners'> & OrganisationParts,
): Capability {
  const [owners, owner, merging] = [ownersPage(parts), ownerPage(parts), mergeOwnerPage(parts)];
  const organisation = organisationPage(parts);
  const directory = { ...parts, handsOver: [directoryHandsOver, ...parts.handsOver], owners: parts };
  const people = [peopleIn(parts.access, 'refused'), peopleIn(parts.access, 'made')] as const;
  return {
    name: 'organisations',
    personal: ORGANISATION_DATA,
    sample: async (within, now) => {
      await samplePeople(within, people[1].store, now);
      await places.sample(within, now);
    },
    jobs: [...places.jobs, ...people.flatMap(({ jobs }) => jobs)],
    timed: [...places.timed, handingOver(directory)],
    routes: routes => {
      places.routes(routes);
      directoryRoutes(routes, directory, people);
      routes.get('/organisation', 'viewer', organisation.show);
      routes.post('/organisation', 'administrator', organisation.save);
      routes.get('/organisation/calendar', 'administrator', showCalendar);
      routes.post('/organisation/calendar', 'administrator', saveCalendar);
      routes.get('/organisation/working-days', 'viewer', showWorkingDays);
      routes.post('/organisation/working-days', 'administrator', saveWorkingDays);
      routes.post('/organisation/working-days/closed', 'administrator', postClosedDays);
      routes.post('/organisation/working-days/closed/remove', 'administrator', postRemoveClosedDays);
      routes.get('/organisation/owners', 'editor', owners.show);
      routes.post('/organisation/owners', 'editor', owners.add);
      routes.get('/organisation/owners/:owner', 'editor', visit => owner.show(visit));
      routes.post('/organisation/owners/:owner', 'editor', owner.save);
      routes.post('/organisation/owners/:owner/end', 'editor', postEnd);
      routes.post('/organisation/owners/:owner/again', 'editor', postAgain);
      routes.get('/organisation/owners/:owner/merge', 'editor', merging.show);
      routes.post('/organisation/owners/:owner/merge', 'editor', merging.merge);
      routes.post('/organisation/owners/:owner/merge/undo', 'editor', postUndoMerge(parts));
    },
    organisationPages: ORGANISATION_PAGES,
    navigation: [
      { text: 'Organisation', href: '/organisation', place: 100, leads: true },
      { text: 'Directory', href: '/directory', place: 101, under: '/organisation' },
      ...places.navigation,
    ],
  };
}
