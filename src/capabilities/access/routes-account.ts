import type { Routes } from '../../platform/http/capability.ts';
import type { Door } from './door.ts';
import { accountPage } from './pages/account/page.ts';
import { addressPage } from './pages/address/page.ts';
import { codesFile } from './pages/authenticator/codes.ts';
import { connectPage } from './pages/authenticator/connect.ts';
import { authenticatorPage } from './pages/authenticator/page.ts';
import { provePage } from './pages/prove/page.ts';
import { sessionsPage } from './pages/sessions/page.ts';
import { ownSignIns } from './pages/sign-ins/own.ts';

/** One's own account, with an organisation or without. */
export function accountRoutes(door: Door): (routes: Routes) => void {
  const [account, address] = [accountPage(door), addressPage(door)];
  const [sessions, prove] = [sessionsPage(door), provePage(door)];
  const [authenticator, connect] = [authenticatorPage(door), connectPage(door)];
  return routes => {
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
  };
}
