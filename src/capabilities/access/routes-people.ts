import type { Routes } from '../../platform/http/capability.ts';
import { proven } from '../../platform/http/prove.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import type { Door } from './door.ts';
import {
  departmentPermissionsPage,
  giveDepartmentPart,
  takeDepartmentPart,
} from './pages/department-permissions/page.ts';
import { peoplePage } from './pages/people/page.ts';
import { permissionsPage } from './pages/permissions/page.ts';
import { personPage } from './pages/person/page.ts';
import { signInRulesPage } from './pages/sign-in-rules/page.ts';
import { memberSignInsPage } from './pages/sign-ins/member.ts';

const ofPerson = ({ params }: SignedInVisit): string => `/organisation/people/${params.account}`;

/** Who works for the organisation, what they may do, and what signing in for it asks of them. */
export function peopleRoutes(door: Door): (routes: Routes) => void {
  const [people, person, memberSignIns] = [peoplePage(door), personPage(door), memberSignInsPage(door)];
  return routes => {
    routes.get('/organisation/people', 'administrator', people.show);
    routes.post('/organisation/people', 'administrator', people.add);
    routes.get('/organisation/sign-in', 'administrator', signInRulesPage.show);
    routes.post('/organisation/sign-in', 'administrator', signInRulesPage.save);
    routes.post('/organisation/sign-in/end-all', 'administrator', signInRulesPage.endAll);
    routes.get('/organisation/people/:account/sign-ins', 'administrator', memberSignIns.show);
    routes.post('/organisation/people/:account/sessions/end', 'administrator', memberSignIns.end);
    routes.post('/organisation/people/:account/sessions/:session/end', 'administrator', memberSignIns.end);
    routes.post('/organisation/people/:account/authenticator/reset', 'administrator', memberSignIns.reset);
    routes.get('/organisation/people/:account', 'administrator', person.show);
    routes.post('/organisation/people/:account/role', 'administrator', proven(ofPerson, person.changeRole));
    routes.post('/organisation/people/:account/link', 'administrator', proven(ofPerson, person.makeLink));
    routes.post('/organisation/people/:account/end', 'administrator', person.end);
    routes.post('/organisation/people/:account/parts', 'administrator', proven(ofPerson, person.givePart));
    routes.post('/organisation/people/:account/parts/take', 'administrator', person.takePart);
    routes.get('/organisation/permissions', 'anywhere', permissionsPage);
    routes.get('/directory/departments/:department/permissions', 'viewer', departmentPermissionsPage);
    routes.post('/directory/departments/:department/permissions', 'lead', giveDepartmentPart);
    routes.post('/directory/departments/:department/permissions/take', 'lead', takeDepartmentPart);
  };
}
