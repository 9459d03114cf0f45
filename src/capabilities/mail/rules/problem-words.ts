import type { Problem } from '../../../platform/mail/rules/problems.ts';

/** What went wrong, and what somebody can do about it. */
export type ProblemWords = { what: string; remedy: string };

const AGAIN = 'It is tried again by itself, for two days.';

/** For whoever sends; nobody needs to know what SMTP is. */
const WORDS: Record<Problem, ProblemWords> = {
  'host-unknown': {
    what: 'There is no server of that name.',
    remedy:
      'Check the server’s name in the settings: it is often “smtp.” or “mail.” before your domain. Ask your IT team if you are not sure.',
  },
  'no-connection': {
    what: 'The server does not accept connections.',
    remedy:
      'Check the port (587 as a rule, 465 with TLS from the first byte), and ask your IT team whether this machine may reach the server through the firewall.',
  },
  timeout: {
    what: 'The server did not answer in time.',
    remedy: `Check the server’s name and port, and ask your IT team whether a firewall stands between. ${AGAIN}`,
  },
  certificate: {
    what: 'The server could not prove that it is the server it says it is.',
    remedy:
      'Its certificate is out of date, made out to another name, or signed by nobody known here. Use the name that stands in the certificate, or ask your IT team to have this machine trust who signed it (NODE_EXTRA_CA_CERTS).',
  },
  'no-tls': {
    what: 'The server does not offer an encrypted connection at this port.',
    remedy:
      'Choose another port (587 as a rule), or “TLS from the first byte” with port 465. Choose “not encrypted” only for a server inside your own network.',
  },
  'other-tls': {
    what: 'The server encrypts in another way than is set.',
    remedy:
      'Port 465 wants “TLS from the first byte”; ports 587 and 25 want TLS that is begun in the conversation.',
  },
  login: {
    what: 'The server refuses the user name or the password.',
    remedy:
      'Type both anew in the settings. Some servers ask for a password made for programs (an “app password”), or must be told to allow sending by SMTP for this account.',
  },
  'login-needed': {
    what: 'The server takes messages only after a login.',
    remedy: 'Give a user name and a password in the settings.',
  },
  sender: {
    what: 'The server does not let us send from this address.',
    remedy:
      'Set an address that the account may send from, or ask your IT team to allow it. What waits is sent once it may.',
  },
  recipient: {
    what: 'The server does not know this address, or may not send to it.',
    remedy: 'Check the address, put it right where it came from, and write again.',
  },
  message: {
    what: 'The server refuses the message.',
    remedy:
      'Its own words, below, say why. Most often it takes the message for unwanted: ask your IT team to allow what this machine sends.',
  },
  'too-large': {
    what: 'The message is larger than the server takes.',
    remedy: 'Make it shorter and write again.',
  },
  'put-off': { what: 'The server asked to be tried again later.', remedy: AGAIN },
  cut: { what: 'The connection broke before anything was sent.', remedy: AGAIN },
  'no-answer': {
    what: 'The connection broke after the message was handed over and before the server said whether it took it.',
    remedy:
      'It may have arrived. Ask whoever it is for, or send it again knowing that they may get it twice.',
  },
  'worker-ended': {
    what: 'Commsgrid was stopped while the message was handed over.',
    remedy:
      'It may have arrived. Ask whoever it is for, or send it again knowing that they may get it twice.',
  },
  fault: {
    what: 'Commsgrid could not make the message ready to be sent.',
    remedy: `This is a fault of ours, and it is in the log. ${AGAIN}`,
  },
  'not-an-address': {
    what: 'This is no email address.',
    remedy: 'Put it right where it came from, and write again.',
  },
  'time-over': { what: 'It waited until its time was over.', remedy: 'Send it again if it is still of use.' },
  erased: {
    what: 'Whom it was for was erased before it left, and its words with them.',
    remedy: 'There is nothing to do.',
  },
};

export const problemWords = (problem: string | null): ProblemWords | undefined =>
  problem && Object.hasOwn(WORDS, problem) ? WORDS[problem as Problem] : undefined;
