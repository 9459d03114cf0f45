import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import type { Sample } from '../../platform/http/capability.ts';
import { derive } from '../../platform/http/security.ts';
import { type SessionCookie, sessionCookie } from '../../platform/http/session-cookie.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Guess } from './actions/guessing.ts';
import { endSession } from './actions/sessions.ts';
import { guessAt } from './actions/sign-in.ts';
import { newDevice } from './device.ts';

export type AccessParts = {
  settings: Settings;
  database: Database;
  signingSecret: string;
  /** What the capabilities put into a sample organisation; asked for when one is made. */
  samples: () => Sample[];
};

/** What the pages of access share: where sessions are kept, and who is let in with which cookies. */
export type Door = AccessParts & {
  session: SessionCookie;
  /** Lets somebody in: ends the session the browser had, keeps the new one's token, and is known to the account. */
  admit: (visit: Visit, token: string, email: string) => Promise<void>;
  /** Under whose name an attempt with a password is counted. */
  guess: (visit: Visit, email: string) => Guess;
};

/** Browsers keep a cookie for 400 days at most. In seconds. */
const DEVICE_KEPT = 400 * 24 * 60 * 60;

export function openDoor(parts: AccessParts): Door {
  const secure = parts.settings.url.startsWith('https:');
  const session = sessionCookie(parts.settings.url);
  const name = secure ? '__Host-commsgrid-device' : 'commsgrid-device';
  const key = derive(parts.signingSecret, 'devices');
  const device = {
    read: (request: FastifyRequest) => request.cookies[name],
    write: (reply: FastifyReply, email: string) =>
      reply.setCookie(name, newDevice(key, email), {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure,
        maxAge: DEVICE_KEPT,
      }),
  };
  return {
    ...parts,
    session,
    admit: async ({ request, reply }, token, email) => {
      const before = session.read(request);
      if (before) await parts.database.beforeOrganisation(db => endSession(db, before));
      session.write(reply, token);
      device.write(reply, email);
    },
    guess: ({ request }, email) =>
      guessAt(parts.signingSecret, { email, address: request.ip, device: device.read(request) }),
  };
}
