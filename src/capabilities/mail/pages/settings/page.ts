import type { Database } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { MailEnvironment } from '../../../../platform/mail/environment.ts';
import type { OutboxDb } from '../../../../platform/mail/outbox-tables.ts';
import { type MailParts, mailWay } from '../../../../platform/mail/own-mail.ts';
import { currentStoppage } from '../../../../platform/mail/stoppage.ts';
import { saveSettings } from '../../actions/save-settings.ts';
import { testMessage, tryMail } from '../../actions/try-mail.ts';
import { outboxCounts } from '../../queries/outbox.ts';
import { type OwnSettings, ownSettings, signing } from '../../queries/settings.ts';
import { judgeSettings } from '../../rules/judge-settings.ts';
import { problemWords } from '../../rules/problem-words.ts';
import { settingsShape } from '../../settings-form.ts';
import { mailSubject } from '../../subjects.ts';

export type MailPageParts = MailParts & { database: Database };

const HERE = '/organisation/mail';

const SECURITY = [
  { value: 'starttls', text: 'TLS, begun in the conversation', hint: 'As a rule, with port 587' },
  { value: 'tls', text: 'TLS from the first byte', hint: 'With port 465' },
  {
    value: 'none',
    text: 'Not encrypted',
    hint: 'Only for a server inside your own network, and never with a password',
  },
];

/** By which server and in whose name messages leave, whether they do, and a message to try it with. */
export function settingsPage(parts: MailPageParts) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit, parts, {});

  const save = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(settingsShape, withoutGiven(visit.form, parts.environment));
    if (!value) return view(visit, parts, { errors, answers });
    const result = await visit.within(async within => {
      const own = await ownSettings(within);
      const given = { ...value, ...stays(own, parts.environment) };
      const problems = judgeSettings(given, own, parts.environment);
      if (problems.length) return { problems };
      return { changed: await saveSettings(within, given, parts, visit.now()) };
    });
    if (result.problems)
      return view(visit, parts, {
        answers,
        errors: result.problems.map(({ field, text }) => ({ href: `#${field}`, text })),
      });
    if (!result.changed)
      return redirect(HERE, 'Somebody else changed it meanwhile, so nothing was saved. Look at it again.');
    return redirect(
      HERE,
      result.changed.length ? 'Saved. Send a test message to see whether it works.' : 'Nothing was changed.',
    );
  };

  /** To the address of whoever asks, and nobody else: the page is no way to write to strangers. */
  const tryIt = async (visit: SignedInVisit): Promise<Answer> => {
    const { account, organisation } = visit.who;
    const isSetUp = await visit.within(within => mailWay(within, parts));
    if (!isSetUp) return redirect(HERE, 'Save the server and the address of the sender first.');
    const message = testMessage({ name: account.name, address: account.email }, organisation.name);
    const id = await tryMail(message, { ...parts, within: visit.within, now: visit.now });
    return redirect(`/organisation/outbox/${id}`);
  };

  return { show, save, tryIt };
}

/** What the environment says is not asked, and is not taken from a form either. */
function withoutGiven(form: Record<string, unknown>, environment: MailEnvironment): Record<string, unknown> {
  const server = environment.server && { host: '', port: '', security: 'starttls', user: '', password: '' };
  const fixed = (['fromName', 'fromAddress', 'replyTo', 'bounces'] as const).filter(
    name => environment[name],
  );
  return { ...form, ...server, ...Object.fromEntries(fixed.map(name => [name, ''])) };
}

/** What was not asked stays, for when the environment says it no more. */
function stays(own: OwnSettings, environment: MailEnvironment) {
  const { host, port, security, user } = own;
  const fixed = (['fromName', 'fromAddress', 'replyTo', 'bounces'] as const).filter(
    name => environment[name],
  );
  return {
    ...(environment.server && { ...{ host, security, user }, port: port ?? undefined, password: '' }),
    ...Object.fromEntries(fixed.map(name => [name, own[name]])),
  };
}

type Shown = { errors?: PageError[]; answers?: Record<string, string> };

async function view(visit: SignedInVisit, parts: MailPageParts, { errors, answers }: Shown): Promise<Answer> {
  const known = await visit.within(async within => ({
    own: await ownSettings(within),
    way: await mailWay(within, parts),
    stoppage: await currentStoppage(within.db as unknown as OutboxDb),
    waiting: (await outboxCounts(within)).waiting,
    signing: await signing(within),
    entries: await historyOf(within, mailSubject(within.organisation), 10),
  }));
  const { own, way, stoppage, waiting } = known;
  const facts = {
    answers: answers ?? asAnswers(own),
    errors,
    version: own.version,
    hasPassword: own.hasPassword,
    fixed: fixedBy(parts.environment),
    choices: SECURITY,
    isSetUp: way !== undefined,
    named: visit.who.organisation.name,
    stoppage: stoppage && { ...stoppage, words: problemWords(stoppage.problem) },
    waiting,
    signing: known.signing,
    entries: known.entries.flatMap(toldChanges),
    email: visit.who.account.email,
    zone: visit.who.organisation.timeZone,
  };
  const trail = [{ text: 'Organisation', href: '/organisation' }, { text: 'Email' }];
  return page('mail/pages/settings/settings.njk', facts, { title: 'Email', trail }, errors ? 422 : 200);
}

const toldChanges = ({ at, actor, changes }: HistoryEntry): object[] =>
  changes.map(({ field, before, after }) => ({
    ...{ when: at, who: actor, before, after },
    words: `changed the ${field}`,
  }));

const asAnswers = (own: OwnSettings): Record<string, string> => ({
  ...{ host: own.host, port: own.port ? `${own.port}` : '', security: own.security, user: own.user },
  ...{ fromName: own.fromName, fromAddress: own.fromAddress, replyTo: own.replyTo, bounces: own.bounces },
});

/** What the environment says, in words; a password only as being there. */
function fixedBy({ server, fromName, fromAddress, replyTo, bounces }: MailEnvironment) {
  const how = server && { starttls: 'TLS begun in the conversation', tls: 'TLS', none: 'not encrypted' };
  return {
    ...(server &&
      how && {
        server: [
          `${server.host}, port ${server.port}, ${how[server.security]}`,
          server.user ? `as ${server.user}` : 'without a login',
        ].join(', '),
      }),
    ...{ fromName, fromAddress, replyTo, bounces },
  };
}
