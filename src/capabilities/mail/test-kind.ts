import type { MessageKind } from '../../platform/mail/message.ts';
import { testMessage } from './actions/try-mail.ts';

/** The message that an administrator sends to themselves. */
export const testKind: MessageKind = {
  kind: 'mail-test',
  purpose: 'Somebody who sets up email tries whether messages arrive.',
  urgent: true,
  preview: () =>
    testMessage({ name: 'Ada Marsh', address: 'ada.marsh@ashmere.example' }, 'Borough of Ashmere'),
};
