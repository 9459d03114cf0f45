import type { Routes } from '../../platform/http/capability.ts';
import type { Door } from './door.ts';
import { askForLinkPage } from './pages/ask-for-link/page.ts';
import { joinPage } from './pages/join/page.ts';
import { resetPage } from './pages/reset/page.ts';
import { secondStepPage } from './pages/second-step/page.ts';
import { setUpPage } from './pages/set-up/page.ts';
import { signInPage } from './pages/sign-in/page.ts';
import { signInLinkPage } from './pages/sign-in-link/page.ts';
import { signOut } from './pages/sign-out/page.ts';

/** Links that open something, and passwords: few a minute from one address, and enough for an office behind one. */
const TRIED = { aMinute: 120 };

/** The ways in, and out: open to everybody. */
export function routesIn(door: Door): (routes: Routes) => void {
  const [signIn, secondStep] = [signInPage(door), secondStepPage(door)];
  const [askToSignIn, forgotten] = [askForLinkPage(door, 'sign-in'), askForLinkPage(door, 'reset')];
  const [signInLink, reset] = [signInLinkPage(door), resetPage(door)];
  const [setUp, join] = [setUpPage(door), joinPage(door)];
  return routes => {
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
  };
}
