import { refusedInWords } from './sign-on/rules/refused.ts';

/** What the history of signing in tells, in the words that stand there; refusals of a sign-on aside. */
export const EVENTS = {
  'signed-in-password': 'Signed in with the password',
  'signed-in-password-code': 'Signed in with the password and a code',
  'signed-in-link': 'Signed in with a link from an email',
  'signed-in-link-code': 'Signed in with a link from an email and a code',
  'signed-in-join': 'Signed in with a link from an administrator',
  'signed-in-join-code': 'Signed in with a link from an administrator and a code',
  'signed-in-sign-on': 'Signed in by single sign-on',
  'signed-in-sign-on-code': 'Signed in by single sign-on and a code',
  'recovery-code-used': 'Used a recovery code',
  'wrong-password': 'Refused: the password was wrong',
  'wrong-code': 'Refused: the code was wrong',
  'used-code': 'Refused: the code was used before',
  'link-asked': 'A link to sign in was asked for',
  'reset-asked': 'A new password was asked for by email',
  'password-reset': 'Chose a new password by a link from an email',
  'password-changed': 'Changed the password',
  'address-changed': 'Changed the email address',
  'authenticator-on': 'Switched an authenticator app on',
  'authenticator-off': 'Switched the authenticator app off',
  'authenticator-reset': 'An administrator took the authenticator app away',
  'recovery-codes-made': 'Made new recovery codes',
  'ended-there': 'Signed out by the sign-on of the organisation',
  'sessions-ended': 'Ended other sessions',
} as const;

export type SignInEvent = keyof typeof EVENTS;

/** Those in which somebody was not let in. */
export const isRefusal = (what: string): boolean => /^(wrong|used|sign-on)-/.test(what);

export const eventInWords = (what: string): string =>
  EVENTS[what as SignInEvent] ?? refusedInWords(what) ?? what;
