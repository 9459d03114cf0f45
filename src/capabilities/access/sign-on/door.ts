import { createHmac, timingSafeEqual } from 'node:crypto';
import { isSignedIn, type SignedIn, type Visit } from '../../../platform/http/visit.ts';
import { derive } from '../../../platform/secrets/derived-key.ts';
import { sealing } from '../../../platform/secrets/sealed.ts';
import type { Door } from '../door.ts';
import { recognise } from '../recognise.ts';
import { SIGN_ON } from './actions/come-in.ts';
import { type Begun, begunCookie } from './begun.ts';
import { type Keys, openKeys } from './keys.ts';
import { openProvider, type Provider } from './provider.ts';
import { type Reading, signOnOf } from './queries.ts';
import { BEGIN_PATH, CALLBACK_PATH, type SignOn } from './sign-on.ts';

/** What the pages of sign-on share, besides what all pages of access do. */
export type SignOnDoor = Door &
  Reading & {
    provider: Provider;
    keys: Keys;
    cookie: ReturnType<typeof begunCookie>;
    /** The sign-on of an organisation, before anyone is signed in. */
    signOn: (organisation: string) => Promise<SignOn | undefined>;
    /** The address that an organisation's provider answers to. */
    back: (organisation: string) => string;
    /** Who is signed in for this organisation, in the browser that asks. */
    here: (visit: Visit, organisation: string) => Promise<SignedIn | undefined>;
    /** The address that begins what only somebody signed in may begin; worth nothing in another browser. */
    wayFor: (visit: Visit, purpose: Purpose, organisation: string) => string;
    mayBegin: (visit: Visit, purpose: Purpose) => boolean;
  };

type Purpose = Exclude<Begun['purpose'], 'come-in'>;

export function openSignOnDoor(door: Door): SignOnDoor {
  const { database, settings, signingSecret, session } = door;
  const reading = { settings, seal: sealing(signingSecret, 'sign-on') };
  const key = derive(signingSecret, 'sign-on purposes');
  const seal = (visit: Visit, purpose: Purpose) =>
    createHmac('sha256', key)
      .update(`${purpose}\n${session.read(visit.request)}`)
      .digest();
  return {
    ...door,
    ...reading,
    provider: openProvider(),
    keys: openKeys(),
    cookie: begunCookie(settings.url),
    signOn: organisation =>
      database.inOrganisation({ organisation, actor: SIGN_ON }, within => signOnOf(within, reading)),
    back: organisation => settings.url + CALLBACK_PATH(organisation),
    here: async (visit, organisation) => {
      const token = session.read(visit.request);
      const who = token ? await recognise(database, token, visit.now()) : undefined;
      return isSignedIn(who) && who.organisation.id === organisation ? who : undefined;
    },
    wayFor: (visit, purpose, organisation) =>
      `${BEGIN_PATH(organisation)}?for=${purpose}&key=${seal(visit, purpose).toString('base64url')}`,
    mayBegin: (visit, purpose) => {
      const sealed = seal(visit, purpose);
      const given = Buffer.from(String(visit.query.key ?? ''), 'base64url');
      return given.length === sealed.length && timingSafeEqual(given, sealed);
    },
  };
}
