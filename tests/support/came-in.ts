import type { Incoming } from '../../src/platform/mail/in/incoming.ts';
import { take } from '../../src/platform/mail/in/take.ts';
import { putInOutbox } from '../../src/platform/mail/outbox.ts';
import type { TestSite } from './site.ts';

let uid = 0;

/** Puts a message among those that came to an organisation's mailbox, as if it had been collected. @returns its identifier */
export async function cameIn(
  site: TestSite,
  organisation: string,
  { from, ...given }: Partial<Omit<Incoming, 'from'>> & { from?: Partial<Incoming['from']> } = {},
): Promise<string> {
  const read: Incoming = {
    kind: 'reply',
    messageId: '',
    subject: 'Re: What we ask of you',
    text: 'Done on Friday.',
    whole: 'Done on Friday.\n\n> Is it done?',
    answers: [],
    envelope: '',
    reports: [],
    files: [],
    ...given,
    from: { name: 'Jo Marsh', address: 'jo.marsh@ashmere.example', ...from },
  };
  const found = { uid: ++uid, cameAt: site.clock.now(), raw: Buffer.alloc(0), cut: false };
  return site.within(organisation, async within => {
    await take(within, { identity: 1, found, read }, site.clock.now());
    const { id } = await within.db
      .selectFrom('incoming_messages')
      .select('id')
      .where('uid', '=', found.uid)
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** A message of the organisation's to Jo Marsh, that something may come back to. @returns its Message-ID and identifier */
export async function written(
  site: TestSite,
  organisation: string,
): Promise<{ id: string; headerId: string }> {
  return site.within(organisation, async within => {
    const to = { name: 'Jo Marsh', address: 'jo.marsh@ashmere.example' };
    const message = { kind: 'test', to, subject: 'What we ask of you', text: 'Is it done?' };
    const { message: id } = await putInOutbox(within, message, site.clock.now());
    const named = { message_header_id: `<${id}@ashmere.example>` };
    await within.db.updateTable('messages').set(named).where('id', '=', id).execute();
    return { id, headerId: `${id}@ashmere.example` };
  });
}
