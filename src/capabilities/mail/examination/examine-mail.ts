import type { Database } from '../../../platform/database/database.ts';
import type { MailEnvironment } from '../../../platform/mail/environment.ts';
import { type AskNames, nameServers } from '../../../platform/mail/records/ask-names.ts';
import { lookUp } from '../../../platform/mail/records/look-up.ts';
import { whichWay } from '../../../platform/mail/rules/which-way.ts';
import type { MailWay } from '../../../platform/mail/way.ts';
import type { Signing } from '../queries/settings.ts';
import { recordWords } from '../rules/record-words.ts';
import { finding, type MailFinding } from './finding.ts';
import { type KnownMail, knownMail } from './known.ts';
import { mailboxFinding } from './mailbox.ts';
import { notSetUp, type Place, serverFinding } from './server.ts';

export type MailExamination = {
  database: Database;
  environment: MailEnvironment;
  signingSecret: string;
  /** The address that people use. */
  url: string;
};

/**
 * Looks at everything that mail needs: servers, mailboxes, and what name servers tell the world of who sends. Nothing is
 * sent, taken or changed. Each question has its own limit of time, and they are asked at once.
 */
export async function examineMail(parts: MailExamination): Promise<MailFinding[]> {
  const { environment, url } = parts;
  const known = await knownMail(parts);
  const ask = nameServers(environment.nameServers);
  const without = known.filter(({ way }) => !way).map(({ name }) => name);
  const found = await Promise.all([
    ...byServer(known, environment).map(({ way, of }) => serverFinding(way, of, { environment, url })),
    ...(without.length ? [notSetUp(without, url)] : []),
    ...known.flatMap(one => (hasMailbox(one) ? [mailboxFinding(one, url)] : [])),
    ...bySender(known).map(sender => recordFindings(ask, sender)),
  ]);
  return found.flat();
}

const hasMailbox = (one: KnownMail): one is KnownMail & { mailbox: NonNullable<KnownMail['mailbox']> } =>
  one.mailbox !== undefined;

/** Each server once, with those who send by it; the installation's own sends what belongs to no organisation. */
function byServer(known: KnownMail[], environment: Place['environment']): { way: MailWay; of: string[] }[] {
  const installation = whichWay(environment, {}, 'Commsgrid');
  const ways = [
    ...known.flatMap(({ way, name }) => (way ? [{ way, name }] : [])),
    ...(installation ? [{ way: installation, name: 'links to sign in' }] : []),
  ];
  const groups = Map.groupBy(ways, ({ way: { server } }) => JSON.stringify(server));
  return [...groups.values()].map(group => ({ way: group[0]!.way, of: group.map(({ name }) => name) }));
}

type Sender = { address: string; bounces: string | undefined; key: Signing | undefined };

/** Each sender once: organisations that share an address share its records, and their keys if they have any. */
function bySender(known: KnownMail[]): Sender[] {
  const senders = known.flatMap(({ way, key }) =>
    way ? [{ address: way.sender.address, bounces: way.sender.bounces, key }] : [],
  );
  const groups = Map.groupBy(senders, ({ address, bounces, key }) =>
    [address, bounces, key?.publicKey].join(' '),
  );
  return [...groups.values()].map(([sender]) => sender!);
}

async function recordFindings(ask: AskNames, sender: Sender): Promise<MailFinding[]> {
  const looked = await lookUp(ask, sender);
  return looked.map(one => {
    const { about, state, says, remedy } = recordWords(one);
    const isReady = one.of === 'dkim' && state === 'mend' && !sender.key?.signs; // nothing is signed with it yet
    return finding(
      'Email records',
      isReady ? 'advise' : state,
      `${about}, ${one.name}: ${says} ${remedy}`.trim(),
      state === 'well' ? undefined : `dig +short TXT ${one.name}`,
    );
  });
}
