import { type Answer, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { lookInto, MailboxUnreachable, TROUBLE_WORDS } from '../../../../platform/mail/in/mailbox.ts';
import {
  mailboxPassword,
  mailboxSettings,
  noteLook,
  SEALED_FOR,
} from '../../../../platform/mail/in/settings.ts';
import { sealing } from '../../../../platform/secrets/sealed.ts';

const HERE = '/organisation/mailbox';

/** Looks into the mailbox at once and takes nothing: that is the worker's. */
export function tryMailbox(signingSecret: string) {
  const seal = sealing(signingSecret, SEALED_FOR);
  return async (visit: SignedInVisit): Promise<Answer> => {
    const { organisation } = visit.who;
    const { settings, password } = await visit.within(async within => ({
      settings: await mailboxSettings(within),
      password: await mailboxPassword(within, organisation.id, seal),
    }));
    if (!settings) return redirect(HERE, 'Set the mailbox up first.');
    const trouble = await lookInto({ ...settings, password: password ?? '' }, { ...settings, most: 0 }).then(
      () => undefined,
      (fault: unknown) => {
        if (fault instanceof MailboxUnreachable) return { what: fault.trouble, answer: fault.message };
        throw fault;
      },
    );
    await visit.within(within => noteLook(within, visit.now(), trouble));
    const words = trouble
      ? TROUBLE_WORDS[trouble.what]
      : 'It can be read. Replies are collected every minute.';
    return redirect(HERE, words);
  };
}
