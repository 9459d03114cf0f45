import type { Routes } from '../../../platform/http/capability.ts';
import type { Door } from '../door.ts';
import { openSignOnDoor } from './door.ts';
import { beginPage } from './pages/begin/page.ts';
import { callbackPage } from './pages/callback/page.ts';
import { ownSignOnPage } from './pages/own/page.ts';

/** Each sign-on asks the provider something: few a minute from one address, and enough for an office behind one. */
const TRIED = { aMinute: 120 };

export function signOnRoutes(door: Door): (routes: Routes) => void {
  const signOn = openSignOnDoor(door);
  return routes => {
    routes.open('GET', '/sign-on/:organisation/begin', beginPage(signOn), TRIED);
    routes.open('GET', '/sign-on/callback', callbackPage(signOn), TRIED);
    routes.get('/account/sign-on', 'anywhere', ownSignOnPage(signOn));
  };
}
