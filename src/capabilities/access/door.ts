import type { Database } from '../../platform/database/database.ts';
import type { Sample } from '../../platform/http/capability.ts';
import { type SessionCookie, sessionCookie } from '../../platform/http/session-cookie.ts';
import { type Answer, redirect, type Visit } from '../../platform/http/visit.ts';
import { derive } from '../../platform/secrets/derived-key.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Guess } from './actions/guessing.ts';
import { type LetIn, STEP_LIFETIME } from './actions/letting-in.ts';
import { endSession } from './actions/sessions.ts';
import { type Attempt, codeGuessAt, type From, guessAt, linkGuessAt } from './actions/sign-in.ts';
import { knownDevice, newDevice } from './device.ts';
import { deviceInWords } from './rules/device-words.ts';
import { networkAddress } from './rules/network-address.ts';
import type { Whence } from './session.ts';

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
  /** This browser is known to the account, under the address that it has from now on. */
  know: (visit: Visit, email: string) => void;
  /** The session goes on under this token. */
  keep: (visit: Visit, token: string) => void;
  /** After a first proof: in, or on to the question for a code; and then to `to`, with a notice where there is one to give. */
  goOn: (visit: Visit, letIn: LetIn, email: string, to: string, notice?: string) => Promise<Answer>;
  /** Between the first proof and the code. */
  step: { read: (visit: Visit) => string | undefined; clear: (visit: Visit) => void };
  /** Where somebody is, for whoever has to know it again. */
  whence: (visit: Visit, email: string) => Whence;
  /** From where a password is tried, and under whose name that is counted. */
  attempt: (visit: Visit, email: string) => Attempt;
  /** Under whose name it is counted that a link was asked for. */
  guessLink: (visit: Visit, email: string) => Guess;
  /** The same for the codes of an account. */
  guessCode: (visit: Visit, account: { id: string; email: string }) => Guess;
};

/** Browsers keep a cookie for 400 days at most. In seconds. */
const DEVICE_KEPT = 400 * 24 * 60 * 60;

export function openDoor(parts: AccessParts): Door {
  const { signingSecret, database } = parts;
  const secure = parts.settings.url.startsWith('https:');
  const session = sessionCookie(parts.settings.url);
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  const named = (name: string) => (secure ? `__Host-${name}` : name);
  const [device, step] = [named('commsgrid-device'), named('commsgrid-step')];
  const key = derive(signingSecret, 'devices');
  const from = ({ request }: Visit, email: string): From => ({
    email,
    address: request.ip,
    device: request.cookies[device],
  });
  const whence = (visit: Visit, email: string): Whence => ({
    device: deviceInWords(visit.request.headers['user-agent']),
    address: networkAddress(visit.request.ip),
    known: knownDevice(key, email, visit.request.cookies[device]) !== undefined,
    site: parts.settings.url,
  });
  const know = (reply: Visit['reply'], email: string) =>
    void reply.setCookie(device, newDevice(key, email), { ...kept, maxAge: DEVICE_KEPT });
  const admit: Door['admit'] = async ({ request, reply }, token, email) => {
    const before = session.read(request);
    if (before) await database.beforeOrganisation(db => endSession(db, before));
    session.write(reply, token);
    know(reply, email);
  };
  return {
    ...parts,
    session,
    admit,
    know: ({ reply }, email) => know(reply, email),
    keep: ({ reply }, token) => session.write(reply, token),
    whence,
    goOn: async (visit, letIn, email, to, notice) => {
      if ('token' in letIn) {
        await admit(visit, letIn.token, email);
        return redirect(to, notice);
      }
      visit.reply.setCookie(step, letIn.step, { ...kept, maxAge: STEP_LIFETIME.total('seconds') });
      return redirect(`/sign-in/code?to=${encodeURIComponent(to)}`);
    },
    step: {
      read: ({ request }) => request.cookies[step],
      clear: ({ reply }) => void reply.clearCookie(step, kept),
    },
    attempt: (visit, email) => ({
      guess: guessAt(signingSecret, from(visit, email)),
      whence: whence(visit, email),
    }),
    guessLink: (visit, email) => linkGuessAt(signingSecret, from(visit, email)),
    guessCode: (visit, account) => codeGuessAt(signingSecret, account.id, from(visit, account.email)),
  };
}
