import type { Routes } from '../../platform/http/capability.ts';
import type { MountedTable } from '../../platform/table-in/table-in.ts';
import type { DirectoryParts } from './directory-parts.ts';
import type { NamedKind } from './named.ts';
import { showDirectory } from './pages/directory/page.ts';
import { namedAddress } from './pages/directory-addresses.ts';
import { postEditPerson, postNewPerson, showEditPerson, showNewPerson } from './pages/edit-person/page.ts';
import { postLead, postLeadEnd, showLeads } from './pages/leads/page.ts';
import { leavingPage } from './pages/leaving/page.ts';
import { postNamed } from './pages/named/add.ts';
import { postHolding, postHoldingEnd } from './pages/named/holdings.ts';
import { postMember, postMemberOut } from './pages/named/members.ts';
import { namedPage } from './pages/named/page.ts';
import { postMeans } from './pages/owners-mean/act.ts';
import { postOwnersMean, showOwnersMean } from './pages/owners-mean/page.ts';
import { showPeopleFromFile } from './pages/people-from-file/page.ts';
import { coverActs } from './pages/person/covers.ts';
import { personPage } from './pages/person/page.ts';

/** The people, posts, departments, teams and portfolios of the organisation. */
export function directoryRoutes(
  routes: Routes,
  parts: DirectoryParts,
  tables: readonly MountedTable[],
): void {
  const person = personPage(parts);
  const covers = coverActs(parts);
  const leaving = leavingPage(parts);
  routes.get('/directory', 'viewer', showDirectory);
  routes.get('/directory/people/from-file', 'administrator', showPeopleFromFile);
  for (const table of tables) table.mount(routes);
  routes.get('/directory/people/new', 'lead', showNewPerson);
  routes.post('/directory/people', 'lead', postNewPerson);
  routes.get('/directory/people/:person', 'viewer', visit => person(visit));
  routes.get('/directory/people/:person/edit', 'lead', showEditPerson);
  routes.post('/directory/people/:person', 'lead', postEditPerson);
  routes.post('/directory/people/:person/covers', 'editor', covers.add);
  routes.post('/directory/people/:person/covers/:cover/end', 'editor', covers.end);
  routes.get('/directory/people/:person/leaving', 'administrator', leaving.show);
  routes.post('/directory/people/:person/leaving', 'administrator', leaving.save);
  routes.post('/directory/people/:person/leaving/stay', 'administrator', leaving.stay);
  routes.get('/directory/leads', 'viewer', showLeads);
  routes.post('/directory/leads', 'lead', postLead);
  routes.post('/directory/leads/:lead/end', 'lead', postLeadEnd);
  routes.get('/organisation/owners/meant', 'editor', showOwnersMean);
  routes.post('/organisation/owners/meant', 'editor', postOwnersMean);
  routes.post('/organisation/owners/:owner/means', 'editor', postMeans);
  for (const kind of ['department', 'post', 'team', 'portfolio'] as const) namedRoutes(routes, kind);
  routes.post('/directory/posts/:post/holdings', 'lead', postHolding);
  routes.post('/directory/posts/:post/holdings/:holding/end', 'lead', postHoldingEnd);
  routes.post('/directory/teams/:team/members', 'lead', postMember);
  routes.post('/directory/teams/:team/members/remove', 'lead', postMemberOut);
}

function namedRoutes(routes: Routes, kind: NamedKind): void {
  const named = namedPage(kind);
  const one = `${namedAddress(kind)}/:${kind}`;
  routes.post(namedAddress(kind), 'lead', postNamed(kind));
  routes.get(one, 'viewer', named.show);
  routes.post(one, 'lead', named.save);
  routes.post(`${one}/end`, 'lead', named.end);
}
