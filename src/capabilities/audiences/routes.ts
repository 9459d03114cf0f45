import type { Routes } from '../../platform/http/capability.ts';
import { mountRegister } from '../../platform/register/mount.ts';
import { membersPage, postDraw, postRemoveDraw } from './pages/members/page.ts';
import { AUDIENCES } from './register.ts';

/** The pages of the register of audiences, and of who is in each. */
export function mountAudiences(routes: Routes): void {
  mountRegister(routes, AUDIENCES);
  routes.get('/audiences/:entry/members', 'viewer', membersPage);
  routes.post('/audiences/:entry/members', 'editor', postDraw);
  routes.post('/audiences/:entry/members/:draw/remove', 'editor', postRemoveDraw);
}
