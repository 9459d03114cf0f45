import type { Message, MessageKind } from '../../../platform/mail/message.ts';

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

export const EMERGENCY_MESSAGE: MessageKind = {
  kind: 'emergency-administrator',
  purpose:
    'So that an emergency administrator knows that they come in with a password when nobody else does.',
  preview: () =>
    emergencyMessage(
      { name: 'Ada Marsh', address: 'ada.marsh@ashmere.example' },
      { name: 'Borough of Ashmere', url: 'https://commsgrid.example' },
    ),
};
