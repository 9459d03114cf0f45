import type { Routes } from '../../../platform/http/capability.ts';
import { proven } from '../../../platform/http/prove.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import type { Door } from '../door.ts';
import { openSignOnDoor } from './door.ts';
import { backChannel } from './pages/back-channel/page.ts';
import { beginPage } from './pages/begin/page.ts';
import { callbackPage } from './pages/callback/page.ts';
import { checkedPage } from './pages/checked/page.ts';
import { groupsPage } from './pages/groups/page.ts';
import { showMemberSignOn, untieMember } from './pages/member/page.ts';
import { offerPage } from './pages/offer/page.ts';
import { ownSignOnPage } from './pages/own/page.ts';
import { refusedPage } from './pages/refused/page.ts';
import { settingsPage } from './pages/settings/page.ts';
import { endedThere, leavingPage, signedOutPage } from './pages/signed-out/page.ts';

/** Each sign-on asks the provider something: few a minute from one address, and enough for an office behind one. */
const TRIED = { aMinute: 120 };

/** A provider that signs out a whole office tells us of each at once, all from its own address. */
const MACHINES = { aMinute: 600, fromMachine: true };

const ofMember = ({ params }: SignedInVisit): string => `/organisation/people/${params.account}/sign-on`;

export function signOnRoutes(door: Door): (routes: Routes) => void {
  const signOn = openSignOnDoor(door);
  const [settings, groups, offer] = [settingsPage(signOn), groupsPage(signOn), offerPage(signOn)];
  return routes => {
    routes.open('GET', '/sign-on/:organisation/begin', beginPage(signOn), TRIED);
    routes.open('GET', '/sign-on/:organisation/callback', callbackPage(signOn), TRIED);
    routes.open('GET', '/sign-on/:organisation/leaving', leavingPage(signOn), TRIED);
    routes.open('GET', '/sign-on/:organisation/ended', endedThere(signOn), TRIED);
    routes.open('POST', '/sign-on/:organisation/back-channel', backChannel(signOn), MACHINES);
    routes.open('GET', '/sign-on/signed-out', signedOutPage);
    routes.get('/account/sign-on', 'anywhere', proven('/account/sign-on', ownSignOnPage(signOn)));
    routes.get('/organisation/people/:account/sign-on', 'administrator', showMemberSignOn);
    routes.post(
      '/organisation/people/:account/sign-on/untie',
      'administrator',
      proven(ofMember, untieMember),
    );
    routes.get('/organisation/sign-on', 'administrator', proven('/organisation/sign-on', settings.show));
    routes.post('/organisation/sign-on', 'administrator', proven('/organisation/sign-on', settings.save));
    routes.post('/organisation/sign-on/check', 'administrator', checkedPage(signOn));
    routes.get('/organisation/sign-on/refused', 'administrator', refusedPage(signOn));
    routes.get(
      '/organisation/sign-on/groups',
      'administrator',
      proven('/organisation/sign-on/groups', groups.show),
    );
    routes.post(
      '/organisation/sign-on/groups',
      'administrator',
      proven('/organisation/sign-on/groups', groups.add),
    );
    routes.post(
      '/organisation/sign-on/groups/:group/remove',
      'administrator',
      proven('/organisation/sign-on/groups', groups.remove),
    );
    routes.get(
      '/organisation/sign-on/offer',
      'administrator',
      proven('/organisation/sign-on/offer', offer.show),
    );
    routes.post(
      '/organisation/sign-on/offer',
      'administrator',
      proven('/organisation/sign-on/offer', offer.save),
    );
  };
}
