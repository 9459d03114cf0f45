import type { Capability } from '../../platform/http/capability.ts';
import { CHANNELS } from './register.ts';

/** By which ways the plans reach people, each once, with the lines that use them and those that nobody uses. */
export const channelsCapability: Capability = {
  name: 'channels',
  navigation: [{ text: CHANNELS.title, href: '/channels', place: 23, under: '/plans' }],
  routes: async routes => (await import('../../platform/register/mount.ts')).mountRegister(routes, CHANNELS),
};
