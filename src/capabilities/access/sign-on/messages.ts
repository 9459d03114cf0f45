import type { Message, MessageKind } from '../../../platform/mail/message.ts';
import { circumstances, type Words } from '../messages.ts';
import type { Whence } from '../session.ts';
import type { Offer } from './offers.ts';
import { BEGIN_PATH } from './sign-on.ts';

/** To an administrator who comes in with a password although nobody else does. */
export const emergencyMessage = (
  to: Message['to'],
  organisation: { name: string; url: string },
): Message => ({
  kind: 'emergency-administrator',
  to,
  subject: `You are an emergency administrator of ${organisation.name}`,
  text: [
    `Hello ${to.name},`,
    `the people of ${organisation.name} come in to Commsgrid by their own sign-on alone. You are one of those who may still come in with a password, for the day on which the sign-on does not answer.`,
    'Keep your password where you find it on that day, and switch on an authenticator app on the page of your account. Come in with the password here:',
    `${organisation.url}/sign-in`,
    'If you did not expect this, ask another administrator.',
  ].join('\n\n'),
});

/** In place of a link or a new password that would open nothing. */
export const signOnInstead = (
  site: string,
  ways: Pick<Offer, 'organisation' | 'name'>[],
): Omit<Message, 'to'> => ({
  kind: 'sign-on-instead',
  subject: 'Sign in to Commsgrid by your organisation’s sign-on',
  text: [
    'A link to sign in, or a new password, was asked for with your address. Your organisation lets its people in by its own sign-on alone, so there is none. Come in here:',
    ...ways.map(({ organisation, name }) => `${name}:\n${site}${BEGIN_PATH(organisation)}`),
    'If you did not ask for it, there is nothing to do.',
  ].join('\n\n'),
  urgent: true,
});

/** A new password of ours would keep nobody out who came in without one. */
export const newDeviceBySignOn = (whence: Whence, at: Temporal.Instant): Words => ({
  kind: 'new-device-by-sign-on',
  subject: 'Your Commsgrid account was opened in a new browser',
  text: [
    'Somebody signed in to your Commsgrid account by your organisation’s own sign-on, with a browser that had not been used for it before.',
    circumstances(whence, at),
    'If this was you, there is nothing to do. If it was not, tell whoever looks after your organisation’s accounts at once: somebody comes in there as you. Then end that session here:',
    `${whence.site}/account/sessions`,
  ].join('\n\n'),
  urgent: true,
});

const ADA = { name: 'Ada Marsh', address: 'ada.marsh@ashmere.example' };
const SITE = 'https://commsgrid.ashmere.example';

export const SIGN_ON_MESSAGES: MessageKind[] = [
  {
    kind: 'emergency-administrator',
    purpose: 'Tells an emergency administrator that they come in with a password when nobody else does.',
    preview: () => emergencyMessage(ADA, { name: 'Borough of Ashmere', url: SITE }),
  },
  {
    kind: 'new-device-by-sign-on',
    purpose: 'Tells the holder of an account that somebody signed on to it in a new browser.',
    urgent: true,
    preview: () => ({
      ...newDeviceBySignOn(
        { device: 'Firefox on Windows', address: '192.0.2.7', known: false, site: SITE },
        Temporal.Instant.from('2025-04-08T09:05:00Z'),
      ),
      to: ADA,
    }),
  },
  {
    kind: 'sign-on-instead',
    purpose: 'Tells somebody who asked for a link or a new password that they come in by sign-on.',
    urgent: true,
    preview: () => ({
      ...signOnInstead(SITE, [
        { organisation: '5d8a9f3e-0000-4000-8000-000000000000', name: 'Borough of Ashmere' },
      ]),
      to: ADA,
    }),
  },
];
