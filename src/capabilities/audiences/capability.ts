import type { Capability } from '../../platform/http/capability.ts';
import { mountRegister } from '../../platform/register/mount.ts';
import { membersPage, postDraw, postRemoveDraw } from './pages/members/page.ts';
import { membersPanel } from './pages/members/panel.ts';
import { AUDIENCES } from './register.ts';
import { sample } from './sample.ts';

/** Whom the plans speak to, each once, with the lines that reach them and those whom nobody reaches. */
export const audiencesCapability: Capability = {
  name: 'audiences',
  navigation: [{ text: AUDIENCES.title, href: '/audiences', place: 22, under: '/plans' }],
  sample,
  panels: { 'members of audiences': membersPanel },
  routes: routes => {
    mountRegister(routes, AUDIENCES);
    routes.get('/audiences/:entry/members', 'viewer', membersPage);
    routes.post('/audiences/:entry/members', 'editor', postDraw);
    routes.post('/audiences/:entry/members/:draw/remove', 'editor', postRemoveDraw);
  },
};
