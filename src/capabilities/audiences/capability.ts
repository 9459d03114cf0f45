import type { Capability } from '../../platform/http/capability.ts';
import { membersPanel } from './pages/members/panel.ts';
import { AUDIENCES } from './register.ts';
import { sample } from './sample.ts';

/** Whom the plans speak to, each once, with the lines that reach them and those whom nobody reaches. */
export const audiencesCapability: Capability = {
  name: 'audiences',
  navigation: [{ text: AUDIENCES.title, href: '/audiences', place: 22, under: '/plans' }],
  sample,
  panels: { 'members of audiences': membersPanel },
  routes: async routes => (await import('./routes.ts')).mountAudiences(routes),
};
