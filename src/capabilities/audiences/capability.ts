import type { Capability } from '../../platform/http/capability.ts';
import { mountRegister } from '../../platform/register/mount.ts';
import { AUDIENCES } from './register.ts';

/** Whom the plans speak to, each once, with the lines that reach them and those whom nobody reaches. */
export const audiencesCapability: Capability = {
  name: 'audiences',
  navigation: [{ text: AUDIENCES.title, href: '/audiences', place: 22, under: '/plans' }],
  routes: routes => mountRegister(routes, AUDIENCES),
};
