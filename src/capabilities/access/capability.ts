import type { Capability } from '../../platform/http/capability.ts';
import { proven } from '../../platform/http/prove.ts';
import { redirect, type SignedInVisit } from '../../platform/http/visit.ts';
import { clearEndedDaily } from './clear-ended-job.ts';
import { type AccessParts, openDoor } from './door.ts';
import { forgetSignIns } from './jobs.ts';
import { ACCESS_MESSAGES } from './messages.ts';
import { accountPage } from './pages/account/page.ts';
import { addressPage } from './pages/address/page.ts';
import { askForLinkPage } from './pages/ask-for-link/page.ts';
import { codesFile } from './pages/authenticator/codes.ts';
import { connectPage } from './pages/authenticator/connect.ts';
import { authenticatorPage } from './pages/authenticator/page.ts';
import { joinPage } from './pages/join/page.ts';
import { newOrganisationPage } from './pages/new-organisation/page.ts';
import { organisationsPage } from './pages/organisations/page.ts';
import { peoplePage } from './pages/people/page.ts';
import { permissionsPage } from './pages/permissions/page.ts';
import { personPage } from './pages/person/page.ts';
import { provePage } from './pages/prove/page.ts';
import { resetPage } from './pages/reset/page.ts';
import { secondStepPage } from './pages/second-step/page.ts';
import { sessionsPage } from './pages/sessions/page.ts';
import { setUpPage } from './pages/set-up/page.ts';
import { signInPage } from './pages/sign-in/page.ts';
import { signInLinkPage } from './pages/sign-in-link/page.ts';
import { signInRulesPage } from './pages/sign-in-rules/page.ts';
import { memberSignInsPage } from './pages/sign-ins/member.ts';
import { ownSignIns } from './pages/sign-ins/own.ts';
import { signOut } from './pages/sign-out/page.ts';
import { ACCESS_DATA } from './personal.ts';
import { SIGN_ON_MESSAGES } from './sign-on/messages.ts';
import { signOnRoutes } from './sign-on/routes.ts';

export type { AccessParts } from './door.ts';

/** Links that open something, and passwords: few a minute from one address, and enough for an office behind one. */
const TRIED = { aMinute: 120 };

const ofPerson = ({ params }: SignedInVisit): string => `/organisation/people/${params.account}`;

export function accessCapability(parts: AccessParts): Capability {
  const door = openDoor(parts);
  const signIn = signInPage(door);
  const setUp = setUpPage(door);
  const join = joinPage(door);
  const account = accountPage(door);
  const secondStep = secondStepPage(door);
  const askToSignIn = askForLinkPage(door, 'sign-in');
  const signInLink = signInLinkPage(door);
  const forgotten = askForLinkPage(door, 'reset');
  const reset = resetPage(door);
  const address = addressPage(door);
  const prove = provePage(door);
  const sessions = sessionsPage(door);
  const memberSignIns = memberSignInsPage(door);
  const authenticator = authenticatorPage(door);
  const connect = connectPage(door);
  const organisations = organisationsPage(door);
  const newOrganisation = newOrganisationPage(door);
  const people = peoplePage(door);
  const person = personPage(door);
  const signOn = signOnRoutes(door);
  return {
    name: 'access',
    personal: ACCESS_DATA,
    organisationPages: [
      {
        group: 'Getting in',
        text: 'People who can sign in',
        href: '/organisation/people',
        hint: 'Accounts, their roles, links to come in by',
        needs: 'administrator',
      },
      {
        group: 'Getting in',
        text: 'Who may do what',
        href: '/organisation/permissions',
        hint: 'Every role and what it allows',
        needs: 'anywhere',
      },
      {
        group: 'Getting in',
        text: 'Signing in',
        href: '/organisation/sign-in',
        hint: 'Second factors, e-mail links, how long somebody stays signed in',
        needs: 'administrator',
      },
      {
        group: 'Getting in',
        text: 'Sign-on',
        href: '/organisation/sign-on',
        hint: 'Your own provider, such as Entra ID',
        needs: 'administrator',
      },
    ],
    messages: [...ACCESS_MESSAGES, ...SIGN_ON_MESSAGES],
    timed: [clearEndedDaily(parts.database), forgetSignIns(parts.database, parts.settings.signInDays)],
    routes: routes => {
      signOn(routes);
      routes.get('/', 'anywhere', () => redirect('/plans'));
      routes.open('GET', '/sign-in', signIn.show);
      routes.open('POST', '/sign-in', signIn.send, TRIED);
      routes.open('GET', '/sign-in/code', secondStep.show);
      routes.open('POST', '/sign-in/code', secondStep.send, TRIED);
      routes.open('GET', '/sign-in/link', askToSignIn.show);
      routes.open('POST', '/sign-in/link', askToSignIn.send, TRIED);
      routes.open('GET', '/sign-in/link/:token', signInLink.show, TRIED);
      routes.open('POST', '/sign-in/link/:token', signInLink.send, TRIED);
      routes.open('GET', '/sign-in/forgotten', forgotten.show);
      routes.open('POST', '/sign-in/forgotten', forgotten.send, TRIED);
      routes.open('GET', '/sign-in/reset/:token', reset.show, TRIED);
      routes.open('POST', '/sign-in/reset/:token', reset.send, TRIED);
      routes.open('POST', '/sign-out', signOut(door));
      routes.open('GET', '/set-up/:token', setUp.show, TRIED);
      routes.open('POST', '/set-up/:token', setUp.send, TRIED);
      routes.open('GET', '/join/:token', join.show, TRIED);
      routes.open('POST', '/join/:token', join.send, TRIED);
      routes.arriving('GET', '/account', account.show);
      routes.arriving('POST', '/account/password', account.changePassword);
      routes.arriving('GET', '/account/email', address.show);
      routes.arriving('POST', '/account/email', address.ask);
      routes.arriving('GET', '/account/email/:token', address.showLink);
      routes.arriving('POST', '/account/email/:token', address.follow);
      routes.arriving('GET', '/account/sessions', sessions.show);
      routes.arriving('POST', '/account/sessions/end-others', sessions.endOthers);
      routes.arriving('POST', '/account/sessions/:session/end', sessions.end);
      routes.arriving('GET', '/account/sign-ins', ownSignIns(door));
      routes.arriving('GET', '/account/prove', prove.show);
      routes.arriving('POST', '/account/prove', prove.send);
      routes.arriving('GET', '/account/authenticator', authenticator.show);
      routes.arriving('POST', '/account/authenticator', authenticator.begin);
      routes.arriving('GET', '/account/authenticator/connect', connect.show);
      routes.arriving('POST', '/account/authenticator/connect', connect.send);
      routes.arriving('POST', '/account/authenticator/codes', authenticator.renewCodes);
      routes.arriving('POST', '/account/authenticator/codes/file', codesFile);
      routes.arriving('POST', '/account/authenticator/off', authenticator.switchOff);
      routes.arriving('GET', '/organisations', organisations.show);
      routes.arriving('POST', '/organisations', organisations.choose);
      routes.arriving('GET', '/organisations/new', newOrganisation.show);
      routes.arriving('POST', '/organisations/new', newOrganisation.found);
      routes.arriving('POST', '/organisations/sample', newOrganisation.foundSample);
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
    },
  };
}
