import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { versionSeen } from '../../../../platform/http/version-field.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { TROUBLE_WORDS } from '../../../../platform/mail/in/mailbox.ts';
import {
  mailboxSettings,
  removeMailbox,
  SEALED_FOR,
  saveMailbox,
} from '../../../../platform/mail/in/settings.ts';
import { sealing } from '../../../../platform/secrets/sealed.ts';

const oneWord = (text: string) => text.replaceAll('\0', '').trim();
const text = (empty: string, most = 250) =>
  z
    .string({ error: empty })
    .transform(oneWord)
    .refine(given => given.length > 0, empty)
    .refine(given => given.length <= most, `Enter ${most} characters or fewer`);

const shape = z.object({
  host: text('Enter the mail server').refine(
    host => /^[a-z0-9.:-]+$/i.test(host),
    'Enter the mail server’s name alone, like imap.example.org',
  ),
  port: z.coerce
    .number('Enter the port as a number')
    .int('Enter the port as a number')
    .min(1, 'Enter a port from 1 to 65535')
    .max(65_535, 'Enter a port from 1 to 65535'),
  security: z.enum(['tls', 'starttls', 'none'], 'Choose how the connection is kept secret'),
  user: text('Enter the user name'),
  password: z.string().max(500, 'Enter 500 characters or fewer').default(''),
  folder: text('Enter the folder'),
  version: versionSeen.or(z.literal('0').transform(Number)),
});

const SECURITY = [
  { value: 'tls', text: 'TLS from the beginning (usually port 993)' },
  { value: 'starttls', text: 'STARTTLS before signing in (usually port 143)' },
  { value: 'none', text: 'None: only where the server is on this machine' },
];

const HERE = '/organisation/mailbox';

/** The mailbox that answers come to: how it is reached, and what came of the last look. */
export function mailboxPage(signingSecret: string) {
  const seal = sealing(signingSecret, SEALED_FOR);

  const show = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

  const save = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return view(visit, { errors, answers });
    const { version, password, ...reached } = value;
    const { known, saved } = await visit.within(async within => {
      const settings = await mailboxSettings(within);
      if (!settings && !password) return { known: false, saved: false };
      const values = { ...reached, password: password || undefined };
      const occasion = { now: visit.now(), today: visit.today() };
      return { known: true, saved: await saveMailbox(within, { values, version, seal }, occasion) };
    });
    if (!known) return view(visit, { errors: fieldProblem('password', 'Enter the password'), answers });
    if (!saved)
      return redirect(HERE, 'Somebody else changed it meanwhile, so nothing was saved. Look below.');
    return redirect(HERE, 'Saved. Try it now, to see whether it can be read.');
  };

  const remove = async (visit: SignedInVisit): Promise<Answer> => {
    await visit.within(within => removeMailbox(within, visit.now()));
    return redirect(HERE, 'The mailbox is not looked into any more. What came from it stays.');
  };

  const view = async (
    visit: SignedInVisit,
    form: { errors?: PageError[]; answers?: Record<string, string> },
  ): Promise<Answer> => {
    const settings = await visit.within(mailboxSettings);
    const { host = '', port = 993, security = 'tls', user = '', folder = 'INBOX' } = settings ?? {};
    const facts = {
      answers: { host, port: `${port}`, security, user, folder },
      ...form,
      settings,
      version: settings?.version ?? 0,
      trouble: settings?.trouble && { ...settings.trouble, words: TROUBLE_WORDS[settings.trouble.what] },
      choices: SECURITY,
      zone: visit.who.organisation.timeZone,
    };
    const trail = [{ text: 'Organisation', href: '/organisation' }, { text: 'Mailbox' }];
    const status = form.errors ? 422 : 200;
    return page('mail/pages/mailbox/page.njk', facts, { title: 'Mailbox', trail }, status);
  };

  return { show, save, remove };
}
