import { moment } from '../../language/words.ts';
import type { Message, MessageKind } from '../../platform/mail/message.ts';
import {
  ADDRESS_LIFETIME,
  addressPath,
  RESET_LIFETIME,
  resetPath,
  SIGN_IN_LIFETIME,
  signInPath,
} from './link.ts';
import type { Whence } from './session.ts';

/** What is said; to whom is settled where it is put into the outbox. */
export type Words = Omit<Message, 'to'>;

const paragraphs = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');

/** When and from where, so that the person can tell whether it was they. */
export function circumstances(
  { device, address }: Pick<Whence, 'device' | 'address'>,
  at: Temporal.Instant,
): string {
  const where = address ? `, from the network address ${address}` : '';
  return `It was on ${moment(at)} (UK time), with ${device.replace(/^A /, 'a ')}${where}.`;
}

export const signInLink = ({ site }: Pick<Whence, 'site'>, token: string): Words => ({
  kind: 'sign-in-link',
  subject: 'Your link to sign in to Commsgrid',
  text: paragraphs(
    'Open this link and press “Sign in”. It works once, for 15 minutes.',
    site + signInPath(token),
    'If you did not ask for it, there is nothing to do: nobody gets in without this message. Give it to nobody.',
  ),
  urgent: true,
  secrets: [site + signInPath(token)],
  lasts: SIGN_IN_LIFETIME,
});

export const noLinks = ({ site }: Pick<Whence, 'site'>): Words => ({
  kind: 'no-sign-in-links',
  subject: 'Sign in to Commsgrid with your password',
  text: paragraphs(
    'A link to sign in was asked for with your address. Your organisation does not let people sign in that way, so there is none.',
    'Sign in with your password. If you do not know it any more, choose a new one:',
    `${site}/sign-in/forgotten`,
    'If you did not ask for a link, there is nothing to do.',
  ),
  urgent: true,
});

export const resetLink = ({ site }: Pick<Whence, 'site'>, token: string): Words => ({
  kind: 'new-password',
  subject: 'Choose a new password for Commsgrid',
  text: paragraphs(
    'Open this link to choose a new password. It works once, for an hour.',
    site + resetPath(token),
    'If you did not ask for it, there is nothing to do: your password stays as it is. Give this message to nobody.',
  ),
  urgent: true,
  secrets: [site + resetPath(token)],
  lasts: RESET_LIFETIME,
});

export const passwordChanged = (whence: Whence, at: Temporal.Instant): Words => ({
  kind: 'password-changed',
  subject: 'Your Commsgrid password was changed',
  text: paragraphs(
    'The password of your Commsgrid account was changed. Everybody who was signed in with the old one is signed out.',
    circumstances(whence, at),
    'If this was you, there is nothing to do. If it was not, choose another one at once, and tell an administrator of your organisation:',
    `${whence.site}/sign-in/forgotten`,
  ),
  urgent: true,
});

export const proveAddress = ({ site }: Pick<Whence, 'site'>, token: string): Words => ({
  kind: 'new-address',
  subject: 'Is this your new address for Commsgrid?',
  text: paragraphs(
    'Somebody who is signed in to Commsgrid wants to use this address from now on. If that is you, open this link in the browser where you are signed in. It works once, for an hour.',
    site + addressPath(token),
    'If it is not you, there is nothing to do: without the link nothing changes.',
  ),
  urgent: true,
  secrets: [site + addressPath(token)],
  lasts: ADDRESS_LIFETIME,
});

export const addressChanged = (whence: Whence, at: Temporal.Instant): Words => ({
  kind: 'address-changed',
  subject: 'Your address for Commsgrid was changed',
  text: paragraphs(
    'Your Commsgrid account has another email address now. What Commsgrid writes to you goes there, and you sign in with it.',
    circumstances(whence, at),
    'If this was you, there is nothing to do. If it was not, tell an administrator of your organisation at once: this address opens the account no more.',
  ),
  urgent: true,
});

export const newDevice = (whence: Whence, at: Temporal.Instant): Words => ({
  kind: 'new-device',
  subject: 'Your Commsgrid account was opened in a new browser',
  text: paragraphs(
    'Somebody signed in to your Commsgrid account with a browser that had not been used for it before.',
    circumstances(whence, at),
    'If this was you, there is nothing to do. If it was not, choose a new password at once. That signs everybody out.',
    `${whence.site}/sign-in/forgotten`,
  ),
  urgent: true,
});

const APP = {
  'authenticator-on': 'An authenticator app was switched on: signing in asks for a code from now on.',
  'authenticator-off': 'The authenticator app was switched off: the password alone lets you in.',
  'authenticator-reset':
    'Your authenticator app was taken away, by an administrator of your organisation or by whoever operates Commsgrid. The password alone lets you in until you set it up again.',
  'recovery-codes-made': 'New recovery codes were made: those you had before do not work any more.',
} as const;

export const secondFactorChanged = (what: keyof typeof APP, whence: Whence, at: Temporal.Instant): Words => ({
  kind: 'second-factor-changed',
  subject: 'How you sign in to Commsgrid was changed',
  text: paragraphs(
    APP[what],
    // whoever took it away is named in the organisation's history, not where they were
    what === 'authenticator-reset' ? undefined : circumstances(whence, at),
    'If you know of this, there is nothing to do. If you do not, choose a new password at once, and tell an administrator of your organisation:',
    `${whence.site}/sign-in/forgotten`,
  ),
  urgent: true,
});

export const wrongCodes = (whence: Whence, at: Temporal.Instant): Words => ({
  kind: 'wrong-codes',
  subject: 'Somebody has your Commsgrid password, but no code',
  text: paragraphs(
    'Your password was entered, and then five wrong codes in place of one from your authenticator app. Nobody got in.',
    circumstances(whence, at),
    'If this was you, there is nothing to do. If it was not, your password is known to somebody: choose another one.',
    `${whence.site}/sign-in/forgotten`,
  ),
  urgent: true,
});

const SITE = 'https://commsgrid.ashmere.example';
const SOMEWHERE: Whence = { device: 'Firefox on Windows', address: '192.0.2.7', known: false, site: SITE };
const TOKEN = 'h7Jk2mN0pQrStUvWxYz3aBcDeFgHiJkLmNoPqRsTuVw';

const KINDS: { purpose: string; words: (at: Temporal.Instant) => Words }[] = [
  {
    purpose: 'Lets somebody sign in who asked for it, where the organisation allows it.',
    words: () => signInLink(SOMEWHERE, TOKEN),
  },
  {
    purpose: 'Tells somebody who asked for a link to sign in that there is none for them.',
    words: () => noLinks(SOMEWHERE),
  },
  {
    purpose: 'Lets somebody choose a new password who forgot theirs.',
    words: () => resetLink(SOMEWHERE, TOKEN),
  },
  {
    purpose: 'Tells the holder of an account that its password was changed.',
    words: at => passwordChanged(SOMEWHERE, at),
  },
  {
    purpose: 'Proves that a new address is read by whoever wants to use it.',
    words: () => proveAddress(SOMEWHERE, TOKEN),
  },
  {
    purpose: 'Tells the old address that an account has another one.',
    words: at => addressChanged(SOMEWHERE, at),
  },
  {
    purpose: 'Tells the holder of an account that it was opened in a browser never seen before.',
    words: at => newDevice(SOMEWHERE, at),
  },
  {
    purpose: 'Tells the holder of an account that its second factor was changed.',
    words: at => secondFactorChanged('authenticator-on', SOMEWHERE, at),
  },
  {
    purpose: 'Tells the holder of an account that somebody has the password and tried codes.',
    words: at => wrongCodes(SOMEWHERE, at),
  },
];

/** Every message about getting in. All are urgent: somebody waits for them, or must act at once. */
export const ACCESS_MESSAGES: MessageKind[] = KINDS.map(({ purpose, words }) => {
  const preview = () => ({
    ...words(Temporal.Instant.from('2025-04-08T09:05:00Z')),
    to: { name: 'Edwin Reed', address: 'edwin.reed@ashmere.example' },
  });
  return { kind: preview().kind, purpose, urgent: true, preview };
});
