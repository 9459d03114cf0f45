import type { Capability } from '../../platform/http/capability.ts';
import { directoryHandsOver } from './actions/hand-over.ts';
import type { DirectoryParts } from './directory-parts.ts';
import type { OwnerParts } from './keeps-owners.ts';
import { handingOver } from './leaving-jobs.ts';
import { ORGANISATION_PAGES } from './organisation-pages.ts';
import type { OrganisationParts } from './pages/organisation/page.ts';
import { ORGANISATION_DATA } from './personal.ts';
import { places } from './places.ts';
import { samplePeople } from './sample-people.ts';
import { peopleIn } from './tables-in/people.ts';

/** A public body in the installation, and who answers for what it promises. What follows its owners is given by `app/`. */
export function organisationsCapability(
  parts: OwnerParts & Omit<DirectoryParts, 'owners'> & OrganisationParts,
): Capability {
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
    routes: async routes =>
      (await import('./routes.ts')).mountOrganisations(routes, { parts, directory, people }),
    organisationPages: ORGANISATION_PAGES,
    navigation: [
      { text: 'Organisation', href: '/organisation', place: 100, leads: true },
      { text: 'Directory', href: '/directory', place: 101, under: '/organisation' },
      ...places.navigation,
    ],
  };
}
