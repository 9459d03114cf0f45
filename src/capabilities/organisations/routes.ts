import type { Routes } from '../../platform/http/capability.ts';
import type { MountedTable } from '../../platform/table-in/table-in.ts';
import type { DirectoryParts } from './directory-parts.ts';
import { directoryRoutes } from './directory-routes.ts';
import type { OwnerParts } from './keeps-owners.ts';
import { saveCalendar, showCalendar } from './pages/calendar/page.ts';
import { mergeOwnerPage } from './pages/merge-owner/page.ts';
import { type OrganisationParts, organisationPage } from './pages/organisation/page.ts';
import { postAgain, postEnd, postUndoMerge } from './pages/owner/acts.ts';
import { ownerPage } from './pages/owner/page.ts';
import { ownersPage } from './pages/owners/page.ts';
import { postClosedDays, postRemoveClosedDays, saveWorkingDays } from './pages/working-days/acts.ts';
import { showWorkingDays } from './pages/working-days/page.ts';
import { placeRoutes } from './place-routes.ts';

type Parts = {
  parts: OwnerParts & OrganisationParts;
  directory: DirectoryParts;
  people: readonly MountedTable[];
};

/** The pages of an organisation: itself, its days, its owners, its directory and its places. */
export function mountOrganisations(routes: Routes, { parts, directory, people }: Parts): void {
  const [owners, owner, merging] = [ownersPage(parts), ownerPage(parts), mergeOwnerPage(parts)];
  const organisation = organisationPage(parts);
  placeRoutes(routes);
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
}
