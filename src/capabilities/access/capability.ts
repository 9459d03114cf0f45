import type { Capability } from '../../platform/http/capability.ts';
import { clearEndedDaily } from './clear-ended-job.ts';
import { type AccessParts, openDoor } from './door.ts';
import { forgetSignIns } from './jobs.ts';
import { ACCESS_MESSAGES } from './messages.ts';
import { ORGANISATION_PAGES } from './organisation-pages.ts';
import { ACCESS_DATA } from './personal.ts';
import { SIGN_ON_MESSAGES } from './sign-on/messages.ts';

export type { AccessParts } from './door.ts';

export function accessCapability(parts: AccessParts): Capability {
  const door = openDoor(parts);
  return {
    name: 'access',
    personal: ACCESS_DATA,
    organisationPages: ORGANISATION_PAGES,
    messages: [...ACCESS_MESSAGES, ...SIGN_ON_MESSAGES],
    timed: [clearEndedDaily(parts.database), forgetSignIns(parts.database, parts.settings.signInDays)],
    routes: async routes => (await import('./routes.ts')).mountAccess(routes, door),
  };
}
